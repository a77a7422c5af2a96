import "server-only";

/** Enough of an address to count attempts by and to recognise a session; not enough to find a household. */
export function addressPrefix(address: string): string {
  const plain = address.trim().replace(/^::ffff:/i, "");
  if (/^\d{1,3}(\.\d{1,3}){3}$/.test(plain)) return `${plain.split(".").slice(0, 3).join(".")}.0/24`;
  if (plain.includes(":")) return `${plain.split(":").slice(0, 3).join(":").toLowerCase()}::/48`;
  return "unknown";
}

export type RequestOrigin = Readonly<{ userAgent: string; ipPrefix: string }>;

/** Reads the last hop that our own proxy added; anything before it was written by the visitor. */
export function originOf(headers: { get(name: string): string | null }): RequestOrigin {
  const hops = (headers.get("x-forwarded-for") ?? "").split(",");
  return {
    userAgent: (headers.get("user-agent") ?? "").slice(0, 200),
    ipPrefix: addressPrefix(hops.at(-1) ?? ""),
  };
}
