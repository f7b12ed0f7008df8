import { describe, expect, it } from 'vitest';
import { parseNetworks } from '../lib/network-list.ts';
import { clientAddress } from './request-source.ts';

const nobody = parseNetworks('').networks;
const inside = parseNetworks('172.18.0.0/16, 10.0.0.5, fd00::/8').networks;

describe(clientAddress, () => {
  it('is the peer, whatever it claims, when no proxy is trusted', () => {
    expect(clientAddress('203.0.113.9', '198.51.100.1', nobody)).toBe('203.0.113.9');
    expect(clientAddress('127.0.0.1', '198.51.100.1', nobody)).toBe('127.0.0.1');
    expect(clientAddress('::ffff:203.0.113.9', undefined, nobody)).toBe('203.0.113.9');
  });

  it('is the peer when another proxy than the trusted ones claims something', () => {
    expect(clientAddress('192.168.1.7', '198.51.100.1', inside)).toBe('192.168.1.7');
  });

  it('is what a trusted proxy saw, not what the client wrote before it', () => {
    expect(clientAddress('172.18.0.4', '1.1.1.1, 203.0.113.9', inside)).toBe('203.0.113.9');
    expect(clientAddress('::ffff:172.18.0.4', '203.0.113.9', inside)).toBe('203.0.113.9');
    expect(clientAddress('172.18.0.4', undefined, inside)).toBe('172.18.0.4');
  });

  it('looks through a row of trusted proxies', () => {
    expect(clientAddress('172.18.0.4', '1.1.1.1, 203.0.113.9, 10.0.0.5', inside)).toBe('203.0.113.9');
    expect(clientAddress('172.18.0.4', '10.0.0.5', inside)).toBe('10.0.0.5');
  });

  it('is one network for all addresses of one IPv6 customer', () => {
    const first = clientAddress('2001:db8:1:2:aaaa::1', undefined, nobody);
    expect(clientAddress('2001:db8:1:2:bbbb::2', undefined, nobody)).toBe(first);
    expect(clientAddress('2001:db8:1:3:aaaa::1', undefined, nobody)).not.toBe(first);
    expect(clientAddress('2001:db8::1', undefined, nobody)).toBe(
      clientAddress('2001:db8::9:2', undefined, nobody),
    );
    expect(clientAddress('fd00::2', '2001:db8:1:2:cccc::3', inside)).toBe(first);
  });

  it('has a name also without a connection, and for what is no address', () => {
    expect(clientAddress(undefined, undefined, nobody)).toBe('unknown');
    expect(clientAddress('172.18.0.4', 'somewhere', inside)).toBe('unknown');
  });
});
