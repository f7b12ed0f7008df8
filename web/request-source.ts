/** Where a request comes from, for limits on guessing. */
import { type BlockList, isIP, isIPv6 } from 'node:net';
import { getConnInfo } from '@hono/node-server/conninfo';
import type { Context } from 'hono';
import type { WebContext } from './context.ts';

/** The address behind the request, as `clientAddress` sees it; `unknown` where there is no connection. */
export function sourceOf({ config }: WebContext, c: Context): string {
  let peer: string | undefined;
  try {
    peer = getConnInfo(c).remote.address;
  } catch {
    // Called without a server: there is no connection to ask.
  }
  return clientAddress(peer, c.req.header('x-forwarded-for'), config.web.trustedProxies);
}

/**
 * The peer's address. Behind proxies that are `trusted`, the last address of `X-Forwarded-For` that is none of
 * them: each proxy adds whom it saw, and everything before that is whatever the client wrote. IPv6 is cut to /64,
 * what one customer gets. A request without a connection comes from this process, which may say what it likes.
 */
export function clientAddress(
  peer: string | undefined,
  forwardedFor: string | undefined,
  trusted: BlockList,
): string {
  const way = [...(forwardedFor?.split(',') ?? []), ...(peer === undefined ? [] : [peer])].map(plain);
  let at = way.length - 1;
  while (at > 0 && isTrusted(way[at] ?? '', trusted)) at -= 1;
  const client = way[at] ?? '';
  if (isIP(client) === 0) return 'unknown';
  return isIPv6(client) ? networkOf(client) : client;
}

const plain = (address: string) => address.trim().replace(/^::ffff:(?=\d+\.)/, '');

function isTrusted(address: string, trusted: BlockList): boolean {
  return isIP(address) !== 0 && trusted.check(address, isIPv6(address) ? 'ipv6' : 'ipv4');
}

function networkOf(address: string): string {
  const [head = '', tail] = address.split('::');
  const groups = head === '' ? [] : head.split(':');
  const rest = tail === undefined || tail === '' ? [] : tail.split(':');
  const zeros = tail === undefined ? [] : Array(Math.max(0, 8 - groups.length - rest.length)).fill('0');
  return `${[...groups, ...zeros, ...rest].slice(0, 4).join(':')}::/64`;
}
