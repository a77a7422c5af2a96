/** JSON with sorted keys and no undefined: the same content gives the same text on every device. */
export function canonical(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map((entry) => canonical(entry ?? null)).join(",")}]`;
  if (value !== null && typeof value === "object") {
    const entries = Object.entries(value)
      .filter(([, entry]) => entry !== undefined)
      .sort(([a], [b]) => (a < b ? -1 : 1));
    return `{${entries.map(([key, entry]) => `${JSON.stringify(key)}:${canonical(entry)}`).join(",")}}`;
  }
  return JSON.stringify(value ?? null);
}

export const sameValue = (a: unknown, b: unknown) => canonical(a ?? null) === canonical(b ?? null);

/** What a device signs and the server digests: the change without its signature. */
export const signedText = (change: object) => {
  const { signature: _signature, ...rest } = change as Record<string, unknown>;
  return canonical(rest);
};
