import { type LookupAddress, lookup } from "node:dns";
import { BlockList, isIP, type LookupFunction } from "node:net";

/** An address that must not be connected to; `code` marks it for the client's outcome. */
export class PrivateAddressError extends Error {
  readonly code = "EPRIVATE";
}

/** Networks of IPv4 that are not on the public internet (RFC 6890), and Azure's platform address. */
const privateNetworks = [
  ...["0.0.0.0/8", "10.0.0.0/8", "100.64.0.0/10", "169.254.0.0/16", "172.16.0.0/12"],
  ...["192.0.0.0/24", "192.0.2.0/24", "192.168.0.0/16", "198.18.0.0/15", "198.51.100.0/24"],
  ...["203.0.113.0/24", "224.0.0.0/3", "168.63.129.16/32"],
];

/**
 * The same of IPv6; among them are the forms that hold an IPv4 address: ::/96, translated ones
 * (RFC 7915), Teredo, 6to4.
 */
const privateNetworks6 = [
  ...["::/96", "::ffff:0:0:0/96", "64:ff9b:1::/48", "100::/64", "2001::/23", "2001:db8::/32"],
  ...["2002::/16", "3fff::/20", "5f00::/16", "fc00::/7", "fe80::/10", "fec0::/10", "ff00::/8"],
];

const loopback = new BlockList();
loopback.addSubnet("127.0.0.0", 8, "ipv4");
loopback.addAddress("::1", "ipv6");

const refused = new BlockList();
for (const [network, bits] of privateNetworks6.map(partsOf)) {
  refused.addSubnet(network, bits, "ipv6");
}
for (const [network, bits] of [...privateNetworks, "127.0.0.0/8"].map(partsOf)) {
  refused.addSubnet(network, bits, "ipv4");
  // NAT64 (RFC 6052) leads to the IPv4 address at its end. Mapped ones Node.js knows itself.
  refused.addSubnet(`64:ff9b::${network}`, 96 + bits, "ipv6");
}

function partsOf(network: string): [address: string, bits: number] {
  const [address = "", bits] = network.split("/");
  return [address, Number(bits)];
}

/** Whether addresses of this machine may be used, for a local Gong: `GONG_ALLOW_LOCAL=true`. */
export function allowsLocal(): boolean {
  return process.env.GONG_ALLOW_LOCAL === "true";
}

/** Whether a host as `URL` gives it (`localhost`, `127.0.0.1`, `[::1]`) is this machine. */
export function isLoopbackHost(hostname: string): boolean {
  return hostname === "localhost" || isLoopback(toAddress(hostname));
}

/**
 * Whether a host as `URL` gives it may be connected to, as far as its spelling tells: IP addresses
 * of private networks may not, in any form, and this machine's own only with `GONG_ALLOW_LOCAL`.
 * Names pass here and are checked by `publicLookup` when they are resolved.
 */
export function isAllowedHost(hostname: string): boolean {
  if (isLoopbackHost(hostname) || hostname.endsWith(".localhost")) return allowsLocal();
  const address = toAddress(hostname);
  return isIP(address) === 0 || isAllowed(address);
}

/**
 * Resolves names for connections, and refuses those that lead to a private address. It sees the
 * address that the connection goes to, so a name that changes between check and use gains nothing.
 */
export const publicLookup: LookupFunction = (hostname, options, callback) => {
  lookup(hostname, options, (error, found, family) => {
    const addresses: LookupAddress[] = Array.isArray(found)
      ? found
      : [{ address: found, family: family ?? 0 }];
    const isFine = error || addresses.every(({ address }) => isAllowed(address));
    callback(isFine ? error : new PrivateAddressError("private address"), found, family);
  });
};

function isAllowed(address: string): boolean {
  return isLoopback(address) ? allowsLocal() : !refused.check(address, familyOf(address));
}

function isLoopback(address: string): boolean {
  return isIP(address) !== 0 && loopback.check(address, familyOf(address));
}

const familyOf = (address: string) => (isIP(address) === 6 ? "ipv6" : "ipv4");

/** An IPv6 address without the brackets that it has in a URL. */
function toAddress(hostname: string): string {
  return hostname.replace(/^\[|\]$/g, "");
}
