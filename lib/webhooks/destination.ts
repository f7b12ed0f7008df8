/**
 * Where a webhook may go. The owner of an installation may name any host that Parley reaches, also one of their own
 * network; never the addresses by which a machine is told its own secrets, whatever a name resolves to.
 */
import type { LookupAddress } from 'node:dns';
import { lookup } from 'node:dns/promises';
import { BlockList, isIP } from 'node:net';

export type Resolve = (hostname: string) => Promise<LookupAddress[]>;

/** Every address of a name, as the operating system has them. */
export const resolveHost: Resolve = (hostname) => lookup(hostname, { all: true });

/** What answers there speaks to the machine itself, or to nobody in particular. */
const never = networks([
  '0.0.0.0/8',
  '169.254.0.0/16',
  // Metadata and agents of clouds that lie outside it: Alibaba, Oracle, Azure.
  '100.100.100.200/32',
  '192.0.0.192/32',
  '168.63.129.16/32',
  '224.0.0.0/4',
  '255.255.255.255/32',
  '::/128',
  'fe80::/10',
  'ff00::/8',
  // Metadata by IPv6: Amazon, Google.
  'fd00:ec2::254/128',
  'fd20:ce::254/128',
  // 169.254.0.0/16 by NAT64 (RFC 6052) and 6to4 (RFC 3056).
  '64:ff9b::a9fe:0/112',
  '2002:a9fe::/32',
]);

/** RFC 1918, RFC 4193, RFC 6598, and the machine itself. */
const own = networks([
  '127.0.0.0/8',
  '10.0.0.0/8',
  '172.16.0.0/12',
  '192.168.0.0/16',
  '100.64.0.0/10',
  '::1/128',
  'fc00::/7',
]);

function networks(list: readonly string[]): BlockList {
  const found = new BlockList();
  for (const network of list) {
    const [address = '', bits] = network.split('/');
    found.addSubnet(address, Number(bits), address.includes(':') ? 'ipv6' : 'ipv4');
  }
  return found;
}

/** The address that a person typed, or a sentence why it cannot be one. */
export function readDestination(text: string): { url: URL } | { problem: string } {
  const url = URL.parse(text);
  if (!url || !/^https?:$/.test(url.protocol)) return { problem: 'An address begins with https://.' };
  if (url.username !== '' || url.password !== '') {
    return { problem: 'The address must not hold a password: webhooks are signed instead.' };
  }
  url.hash = '';
  return { url };
}

/** Null when every address may be spoken to by that URL; else a sentence. One bad address of a name is enough. */
export function refuseAddresses({ protocol }: URL, addresses: readonly string[]): string | null {
  if (addresses.length === 0) return 'No host was found by this name.';
  if (addresses.some((address) => isIn(never, address))) {
    return 'This address is reserved for the machine or its cloud, and never gets webhooks.';
  }
  if (protocol === 'http:' && !addresses.every((address) => isIn(own, address))) {
    return 'Outside your own network an address begins with https://.';
  }
  return null;
}

const isIn = (list: BlockList, address: string) => list.check(address, isIP(address) === 6 ? 'ipv6' : 'ipv4');

/** The addresses to speak to; rejects with `DestinationError` when they may not be. */
export async function resolveDestination(url: URL, resolve: Resolve = resolveHost): Promise<LookupAddress[]> {
  const hostname = url.hostname.replace(/^\[|\]$/g, '');
  const family = isIP(hostname);
  const found = family > 0 ? [{ address: hostname, family }] : await resolve(hostname).catch(() => []);
  const problem = refuseAddresses(
    url,
    found.map(({ address }) => address),
  );
  if (problem !== null) throw new DestinationError(problem);
  return found;
}

/** The message is a sentence for the person who typed the address. */
export class DestinationError extends Error {
  override name = 'DestinationError';
}
