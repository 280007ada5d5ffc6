import { BlockList, isIP } from "node:net";

/** An address or a network such as 10.0.0.0/8. */
const networkOf = (text: string) => {
  const [, address = "", bits] = /^([0-9a-f.:]+)(?:\/(\d{1,3}))?$/i.exec(text) ?? [];
  const kind = isIP(address);
  const most = kind === 4 ? 32 : 128;
  if (kind === 0 || Number(bits ?? most) > most) return null;
  return { address, family: kind === 4 ? ("ipv4" as const) : ("ipv6" as const), bits: Number(bits ?? most) };
};

const listed = (text: string): string[] =>
  text
    .split(",")
    .map((part) => part.trim())
    .filter((part) => part !== "");

/** The first entry of a list of trusted proxies that is no address, or null. */
export const unreadableProxy = (text: string): string | null =>
  listed(text).find((part) => networkOf(part) === null) ?? null;

/** Whose word on the client's address is taken. An empty list trusts nobody. */
export function trustedProxies(text: string): (address: string) => boolean {
  const list = new BlockList();
  for (const network of listed(text).map(networkOf)) {
    if (network !== null) list.addSubnet(network.address, network.bits, network.family);
  }
  return (address) => list.check(address, isIP(address) === 6 ? "ipv6" : "ipv4");
}

/** IPv4 in IPv6's clothes, zones and brackets are taken off; null for anything that is no address. */
function plain(text: string): string | null {
  const bare = text
    .trim()
    .replace(/^\[([^\]]*)\](?::\d+)?$/, "$1")
    .replace(/%.*$/, "")
    .replace(/^::ffff:(?=\d+\.)/i, "")
    .replace(/^([\d.]+):\d+$/, "$1");
  return isIP(bare) === 0 ? null : bare.toLowerCase();
}

const longestChain = 20;

/**
 * The client's address: the nearest hop that is not a trusted proxy of our own. What stands to the left of it was
 * written by the client and is not read.
 * @returns at most 45 characters, or null when the connection itself has no address any more
 */
export function clientAddress(
  peer: string | undefined,
  forwarded: string,
  trusted: (address: string) => boolean,
): string | null {
  let nearest = plain(peer ?? "");
  const hops = forwarded.slice(-2_000).split(",").slice(-longestChain).reverse();
  for (const hop of hops) {
    if (nearest === null || !trusted(nearest)) return nearest;
    const next = plain(hop);
    if (next === null) return nearest;
    nearest = next;
  }
  return nearest;
}

/** Where a request comes from, as the gate found out; nothing a client writes gets here. */
export function addressIn(headers: { get: (name: string) => string | null }): string | null {
  return plain(headers.get("x-forwarded-for") ?? "");
}
