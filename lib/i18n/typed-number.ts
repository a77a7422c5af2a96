import { cleanTyped, latinDigits } from "./lao";

const grouped = /^\d{1,3}(?:([.,])\d{3})(?:\1\d{3})*$/;

function splitAt(text: string, index: number): number | null {
  const whole = text.slice(0, index);
  const fraction = text.slice(index + 1);
  if (!/^\d*$/.test(fraction) || !(/^\d*$/.test(whole) || grouped.test(whole))) return null;
  if (whole === "" && fraction === "") return null;
  return Number(`${whole.replace(/[.,]/g, "") || "0"}.${fraction || "0"}`);
}

function unsigned(text: string, kind: "whole" | "decimal"): number | null {
  if (/^\d+$/.test(text)) return Number(text);
  const marks = text.replace(/[^.,]/g, "");
  const last = Math.max(text.lastIndexOf("."), text.lastIndexOf(","));
  if (new Set(marks).size === 2)
    return marks.indexOf(text[last] as string) === marks.length - 1 ? splitAt(text, last) : null;
  if (marks.length > 1) return grouped.test(text) ? Number(text.replace(/[.,]/g, "")) : null;
  const thousands = kind === "whole" && grouped.test(text) && !text.startsWith("0");
  return thousands ? Number(text.replace(/[.,]/g, "")) : splitAt(text, last);
}

/**
 * A number as people type it, in Lao or Latin digits, with either separator; null when it is none.
 * Two kinds of mark: the last one is the decimal. One kind, repeated: thousands. One mark alone: thousands when three digits
 * follow and `kind` is whole, else decimal. Use `decimal` for coordinates and measures.
 */
export function parseNumberTyped(text: string, kind: "whole" | "decimal" = "whole"): number | null {
  const plain = latinDigits(cleanTyped(text)).replace(/[\s\u00a0\u202f']/g, "");
  const match = /^([-−+]?)([\d.,]+)$/.exec(plain);
  const value = match ? unsigned(match[2] as string, kind) : null;
  if (value === null || !Number.isFinite(value)) return null;
  return /[-−]/.test(match?.[1] ?? "") && value !== 0 ? -value : value;
}
