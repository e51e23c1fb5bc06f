import { lookup } from "node:dns";
import { BlockList, isIP, type LookupFunction } from "node:net";

/** Networks that are not on the public internet (RFC 6890), and Azure's platform address. */
const privateNetworks = [
  ...["0.0.0.0/8", "10.0.0.0/8", "100.64.0.0/10", "127.0.0.0/8", "169.254.0.0/16", "172.16.0.0/12"],
  ...["192.0.0.0/24", "192.0.2.0/24", "192.168.0.0/16", "198.18.0.0/15", "198.51.100.0/24"],
  ...["203.0.113.0/24", "224.0.0.0/3", "168.63.129.16/32"],
  // Forms that hold an IPv4 address are among them: ::/96, translated ones (RFC 7915), Teredo, 6to4.
  ...["::/96", "::ffff:0:0:0/96", "64:ff9b:1::/48", "100::/64", "2001::/23", "2001:db8::/32"],
  ...["2002::/16", "3fff::/20", "4000::/2", "8000::/1"],
];

/** Made when they are needed first, since the platform also loads the component to list it. */
let lists: ReturnType<typeof makeLists> | undefined;

function makeLists() {
  const [loopback, refused] = [new BlockList(), new BlockList()];
  loopback.addSubnet("127.0.0.0", 8, "ipv4");
  loopback.addAddress("::1", "ipv6");
  for (const network of privateNetworks) {
    const [address = "", bits] = network.split("/");
    refused.addSubnet(address, Number(bits), isIP(address) === 6 ? "ipv6" : "ipv4");
    // NAT64 (RFC 6052) leads to the IPv4 address at its end. Mapped ones Node.js knows itself.
    if (isIP(address) === 4) refused.addSubnet(`64:ff9b::${address}`, 96 + Number(bits), "ipv6");
  }
  return { loopback, refused };
}

/** Whether a host as `URL` gives it (`localhost`, `127.0.0.1`, `[::1]`) is this machine. */
export function isLoopbackHost(hostname: string): boolean {
  return /(^|\.)localhost$/.test(hostname) || isIn("loopback", hostname);
}

/**
 * Whether a host as `URL` gives it may be connected to, as far as its spelling shows: IP addresses
 * of private networks may not, in any form, and this machine only with `GONG_ALLOW_LOCAL=true`.
 * Names pass here and are checked by `publicLookup` when they are resolved.
 */
export function isAllowedHost(hostname: string): boolean {
  if (isLoopbackHost(hostname)) return process.env.GONG_ALLOW_LOCAL === "true";
  return !isIn("refused", hostname);
}

/**
 * Resolves names for connections, and refuses those that lead to a private address. It sees the
 * address that the connection goes to, so a name that changes between check and use gains nothing.
 */
export const publicLookup: LookupFunction = (hostname, options, callback) => {
  lookup(hostname, options, (error, found, family) => {
    const addresses = Array.isArray(found) ? found.map(({ address }) => address) : [found];
    const isFine = error || addresses.every(isAllowedHost);
    // The client knows it by its code.
    const refusal = Object.assign(new Error("private address"), { code: "EPRIVATE" });
    callback(isFine ? error : refusal, found, family);
  });
};

/** Whether a host is an IP address in the list; names are in none. */
function isIn(list: "loopback" | "refused", hostname: string): boolean {
  const address = hostname.replace(/^\[|\]$/g, "");
  const version = isIP(address);
  lists ??= makeLists();
  return version !== 0 && lists[list].check(address, version === 6 ? "ipv6" : "ipv4");
}
