/** Where a request comes from, for limits on guessing. */
import { BlockList, isIPv6 } from 'node:net';
import { getConnInfo } from '@hono/node-server/conninfo';
import type { Context } from 'hono';

const inside = new BlockList();
inside.addSubnet('127.0.0.0', 8);
inside.addSubnet('10.0.0.0', 8);
inside.addSubnet('172.16.0.0', 12);
inside.addSubnet('192.168.0.0', 16);
inside.addAddress('::1', 'ipv6');
inside.addSubnet('fc00::', 7, 'ipv6');

/** The address behind the request, as `clientAddress` sees it; `unknown` where there is no connection. */
export function sourceOf(c: Context): string {
  let peer: string | undefined;
  try {
    peer = getConnInfo(c).remote.address;
  } catch {
    // Called without a server: there is no connection to ask.
  }
  return clientAddress(peer, c.req.header('x-forwarded-for'));
}

/**
 * The peer's address, or the last one of `X-Forwarded-For` when the peer is a proxy in our own network: earlier ones
 * are whatever the client wrote. IPv6 is cut to /64, what one customer gets.
 */
export function clientAddress(peer: string | undefined, forwardedFor: string | undefined): string {
  const address = plain(peer ?? '');
  const last = plain(forwardedFor?.split(',').at(-1)?.trim() ?? '');
  const client = last !== '' && (address === '' || isInside(address)) ? last : address;
  if (client === '') return 'unknown';
  return isIPv6(client) ? networkOf(client) : client;
}

const plain = (address: string) => address.replace(/^::ffff:(?=\d+\.)/, '');

function networkOf(address: string): string {
  const [head = '', tail] = address.split('::');
  const groups = head === '' ? [] : head.split(':');
  const rest = tail === undefined || tail === '' ? [] : tail.split(':');
  const zeros = tail === undefined ? [] : Array(Math.max(0, 8 - groups.length - rest.length)).fill('0');
  return `${[...groups, ...zeros, ...rest].slice(0, 4).join(':')}::/64`;
}

function isInside(address: string): boolean {
  return inside.check(address, isIPv6(address) ? 'ipv6' : 'ipv4');
}
