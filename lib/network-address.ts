import { BlockList, isIP } from "node:net";

const subnets = (family: "ipv4" | "ipv6", list: string): BlockList => {
  const blocks = new BlockList();
  for (const subnet of list.trim().split(/\s+/)) {
    const [network = "", prefix = ""] = subnet.split("/");
    blocks.addSubnet(network, Number(prefix), family);
  }
  return blocks;
};

// IANA IPv4 Special-Purpose Address Registry (RFC 6890 and its updates), multicast and reserved space.
const SPECIAL_IPV4 = subnets(
  "ipv4",
  `0.0.0.0/8 10.0.0.0/8 100.64.0.0/10 127.0.0.0/8 169.254.0.0/16 172.16.0.0/12 192.0.0.0/24 192.0.2.0/24
   192.31.196.0/24 192.52.193.0/24 192.88.99.0/24 192.168.0.0/16 192.175.48.0/24 198.18.0.0/15 198.51.100.0/24
   203.0.113.0/24 224.0.0.0/4 240.0.0.0/4`,
);

// Only 2000::/3 is given out as global unicast: what lies outside (loopback, mapped and translated IPv4, unique and link
// local, multicast, …) is never public.
const GLOBAL_IPV6 = subnets("ipv6", "2000::/3");
// Of it the special-purpose parts: protocol assignments with Teredo, documentation, 6to4 (which carries an IPv4 address).
const SPECIAL_IPV6 = subnets("ipv6", "2001::/23 2001:db8::/32 2002::/16 2620:4f:8000::/48 3fff::/20");

/** True for an address of a machine on the public internet: not private, local, translated, reserved or multicast. */
export function isPublicAddress(address: string): boolean {
  const family = isIP(address);
  if (family === 4) return !SPECIAL_IPV4.check(address, "ipv4");
  if (family === 6) return GLOBAL_IPV6.check(address, "ipv6") && !SPECIAL_IPV6.check(address, "ipv6");
  return false;
}

/** Names that only a local network or one machine gives meaning to. */
const LOCAL_NAME =
  /(?:^|\.)(?:localhost|local|localdomain|internal|intranet|lan|home|corp|private|invalid|arpa)$/;

/**
 * True where the host of a web address can be meant for everyone: a public address, or a name under a public domain.
 * What the name resolves to is not asked.
 * @param host as `URL.hostname` has it: folded, an IPv6 address in brackets
 */
export function isPublicHost(host: string): boolean {
  const name = host.replace(/^\[(.*)\]$/, "$1").replace(/\.$/, "");
  if (isIP(name)) return isPublicAddress(name);
  return name.includes(".") && !LOCAL_NAME.test(name);
}
