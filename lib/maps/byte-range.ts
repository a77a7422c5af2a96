export type ByteRange = Readonly<{ start: number; end: number }>;

/** A tile reader asks for some hundred kilobytes at most; a whole country in one answer would fill the memory. */
const mostBytes = 8 * 1024 * 1024;

/**
 * The one range of a `Range: bytes=from-to` header (RFC 9110 §14), ends included; null when it is none of the file, or more
 * than one, or too much.
 */
export function byteRange(header: string | null, size: number): ByteRange | null {
  const match = /^bytes=(\d*)-(\d*)$/.exec(header?.trim() ?? "");
  if (!match || (!match[1] && !match[2])) return null;
  const start = match[1] ? Number(match[1]) : Math.max(0, size - Number(match[2]));
  const end = match[1] && match[2] ? Math.min(size - 1, Number(match[2])) : size - 1;
  return start <= end && end - start < mostBytes ? { start, end } : null;
}
