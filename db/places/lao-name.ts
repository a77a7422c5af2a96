const zeroWidth = /[\u00ad\u200b-\u200d\u2060\ufeff]/gu;

/**
 * The one spelling we store (lao-glossary §1): no zero-width characters, ຳ as one letter with its tone before it,
 * ໍ before its tone, the ligatures ໜ ໝ ຫຼ, ແ as one letter, single spaces.
 */
export function cleanLaoName(typed: string): string {
  return typed
    .normalize("NFC")
    .replace(zeroWidth, "")
    .replace(/\u0ec0\u0ec0/gu, "\u0ec1")
    .replace(/\u0ecd([\u0ec8-\u0ecb]?)\u0eb2/gu, "$1\u0eb3")
    .replace(/([\u0ec8-\u0ecb])\u0ecd\u0eb2/gu, "$1\u0eb3")
    .replace(/\u0eb3([\u0ec8-\u0ecb])/gu, "$1\u0eb3")
    .replace(/([\u0ec8-\u0ecb])\u0ecd/gu, "\u0ecd$1")
    .replace(/([\u0eb1\u0eb4-\u0eb9\u0ebb\u0ebc\u0ec8-\u0ecd])\1+/gu, "$1")
    .replace(/\u0eab\u0e99/gu, "\u0edc")
    .replace(/\u0eab\u0ea1/gu, "\u0edd")
    .replace(/\u0eab\u0ea5/gu, "\u0eab\u0ebc")
    .replace(/\s+/gu, " ")
    .trim();
}

const laoPrefix = /^(?:ບ້ານ|ບ\.|ເມືອງ|ມ\.|ແຂວງ|ຂ\.)\s*(?=\S)/u;

/**
 * Folded copy for comparing Lao names, never for showing: tone marks and spaces gone, ຫຼ = ຫລ, ຳ in either coding, ຣ = ລ,
 * no leading ບ້ານ, ເມືອງ, ແຂວງ.
 */
export function laoKey(typed: string): string {
  return cleanLaoName(typed)
    .replace(laoPrefix, "")
    .normalize("NFKC")
    .replace(/[\u0ec8-\u0ecc]/gu, "")
    .replace(/\u0ecd\u0eb2/gu, "\u0eb3")
    .replace(/\u0ebc/gu, "\u0ea5")
    .replace(/\u0ea3/gu, "\u0ea5")
    .replace(/[^\p{L}\p{M}\p{N}]/gu, "");
}

export const isLao = (text: string) => /[\u0e80-\u0eff]/u.test(text);
