import { BlockList, isIP } from "node:net";
import { PullFault } from "./fault";

// The matching is Node's (it sees IPv4 written as IPv6 too); the lists are IANA's special-purpose address registries.
const notPublic = new BlockList();
for (const [net, bits] of [
  ["0.0.0.0", 8],
  ["10.0.0.0", 8],
  ["100.64.0.0", 10],
  ["127.0.0.0", 8],
  ["169.254.0.0", 16],
  ["172.16.0.0", 12],
  ["192.0.0.0", 24],
  ["192.0.2.0", 24],
  ["192.88.99.0", 24],
  ["192.168.0.0", 16],
  ["198.18.0.0", 15],
  ["198.51.100.0", 24],
  ["203.0.113.0", 24],
  ["224.0.0.0", 3],
] as const)
  notPublic.addSubnet(net, bits, "ipv4");
// Inside the global space of IPv6: protocol assignments (Teredo), examples, 6to4, which carries any IPv4 address.
for (const [net, bits] of [
  ["2001::", 23],
  ["2001:db8::", 32],
  ["2002::", 16],
  ["3fff::", 20],
] as const)
  notPublic.addSubnet(net, bits, "ipv6");
const global = new BlockList();
global.addSubnet("2000::", 3, "ipv6");

const thisMachine = new BlockList();
thisMachine.addSubnet("127.0.0.0", 8, "ipv4");
thisMachine.addAddress("::1", "ipv6");

/** An address of the open internet; anything inside a network, of a machine itself or of a cloud's metadata is none. */
export function isPublicAddress(ip: string): boolean {
  const family = isIP(ip);
  if (family === 4) return !notPublic.check(ip, "ipv4");
  return family === 6 && global.check(ip, "ipv6") && !notPublic.check(ip, "ipv6");
}

const isThisMachine = (ip: string): boolean =>
  thisMachine.check(ip, isIP(ip) === 6 ? "ipv6" : "ipv4") && !ip.startsWith("::ffff:");

const localNames = ["localhost", "127.0.0.1", "[::1]"];
const bare = (hostname: string) => hostname.replace(/^\[|\]$/g, "");

export type AddressProblem = "format" | "https" | "credentials" | "private";

/**
 * The address of a DHIS2 as it is kept: without what stands behind its path and without `/api`. `local`: this machine itself
 * may be asked, then without https too.
 */
export function dhis2Address(
  text: string,
  local: boolean,
): { address: string } | { problem: AddressProblem } {
  if (text.length > 300 || !URL.canParse(text)) return { problem: "format" };
  const url = new URL(text);
  if (!/^https?:$/.test(url.protocol) || url.search || url.hash) return { problem: "format" };
  if (url.username || url.password) return { problem: "credentials" };
  const here = local && localNames.includes(url.hostname);
  if (url.protocol !== "https:" && !here) return { problem: "https" };
  const host = bare(url.hostname);
  if (!here && ((isIP(host) && !isPublicAddress(host)) || /(?:^|\.)localhost\.?$/.test(host)))
    return { problem: "private" };
  const path = url.pathname.replace(/\/+$/, "").replace(/\/api$/, "");
  return { address: `${url.origin}${path}` };
}

type Resolved = Readonly<{ address: string; family: number }>;
export type Resolve = (hostname: string) => Promise<readonly Resolved[]>;

/**
 * The addresses of a name, all of them public; the connection is made to one of these and the name not looked up again. One that
 * is not refuses the name: whoever answers for it may say another thing the next time.
 */
export async function checkedAddresses(
  url: URL,
  { local, resolve }: { local: boolean; resolve: Resolve },
): Promise<readonly Resolved[]> {
  const host = bare(url.hostname);
  const here = local && localNames.includes(url.hostname);
  if (url.protocol !== "https:" && !here) throw new PullFault("private_address", { detail: url.host });
  const literal = isIP(host);
  const found = literal ? [{ address: host, family: literal }] : await resolve(host);
  const allowed = here ? isThisMachine : isPublicAddress;
  if (found.length === 0) throw new PullFault("no_name");
  if (!found.every(({ address }) => allowed(address)))
    throw new PullFault("private_address", { detail: url.host });
  return found;
}
