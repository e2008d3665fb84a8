import { lookup } from "node:dns";
import { BlockList, isIP, type LookupFunction } from "node:net";

/** Code of the error of a name that {@link publicLookup} refuses. */
export const PRIVATE = "ERR_PRIVATE_ADDRESS";

/** Looks names up, and refuses those that lead to an address of a private network. */
export const publicLookup: LookupFunction = (hostname, options, callback) => {
  lookup(hostname, { ...options, all: true }, (error, addresses) => {
    if (error !== null) return callback(error, "", 0);
    const [first] = addresses;
    if (first === undefined || addresses.some(({ address }) => isPrivate(address))) {
      const fault: NodeJS.ErrnoException = new Error(`${hostname} is a private address`);
      fault.code = PRIVATE;
      return callback(fault, "", 0);
    }
    return options.all ? callback(null, addresses) : callback(null, first.address, first.family);
  });
};

/** Networks that no stranger's name may lead to (IANA's special-purpose registries). */
const privateNetworks = new BlockList();
for (const [network, prefix] of [
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
] as const) {
  privateNetworks.addSubnet(network, prefix, "ipv4");
}

/** Of version 6, 2000::/3 alone is public; what carries an address of version 4 in it is refused with it. */
const publicNetworks = new BlockList();
publicNetworks.addSubnet("2000::", 3, "ipv6");
for (const [network, prefix] of [
  ["2001::", 23],
  ["2001:db8::", 32],
  ["2002::", 16],
] as const) {
  privateNetworks.addSubnet(network, prefix, "ipv6");
}

/** Whether an address is not one of the public internet. */
export function isPrivate(address: string): boolean {
  if (isIP(address) === 4) return privateNetworks.check(address, "ipv4");
  return !publicNetworks.check(address, "ipv6") || privateNetworks.check(address, "ipv6");
}
