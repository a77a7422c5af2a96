/** Lao and Thai digits as ASCII ones. */
const plainDigits = (text: string) =>
  text.replace(/[\u0E50-\u0E59\u0ED0-\u0ED9]/g, (digit) => String((digit.codePointAt(0) ?? 0) & 0xf));

const runOfDigits = /\+?\d(?:[\s().\-/,]{0,3}\d){7,}/g;
const thousands = /^\d{1,3}(?:([.,\s])\d{3})(?:\1\d{3})*$/;
const day = /^(?:\d{1,2}[./\- ]\d{1,2}[./\- ]\d{4}|\d{4}[./\- ]\d{1,2}[./\- ]\d{1,2})$/;

/** Eight digits and more in a row are a telephone number, unless they are an amount or a date. */
const isTelephone = (digits: string) => !thousands.test(digits) && !day.test(digits);

/** What a short public text must not carry: a way to reach a person. Names cannot be told from words; people are advised. */
export function personalData(text: string): "telephone" | "address" | null {
  const plain = plainDigits(text.normalize("NFKC"));
  if ((plain.match(runOfDigits) ?? []).some(isTelephone)) return "telephone";
  return /\S@\S+\.\S|https?:|www\.|wa\.me|t\.me\//i.test(plain) ? "address" : null;
}
