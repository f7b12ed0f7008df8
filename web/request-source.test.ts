import { describe, expect, it } from 'vitest';
import { clientAddress } from './request-source.ts';

describe(clientAddress, () => {
  it('is the peer, whatever it claims, when it comes from outside', () => {
    expect(clientAddress('203.0.113.9', '198.51.100.1')).toBe('203.0.113.9');
    expect(clientAddress('::ffff:203.0.113.9', undefined)).toBe('203.0.113.9');
  });

  it('is what our own proxy saw, not what the client wrote before it', () => {
    expect(clientAddress('172.18.0.4', '1.1.1.1, 203.0.113.9')).toBe('203.0.113.9');
    expect(clientAddress('127.0.0.1', undefined)).toBe('127.0.0.1');
  });

  it('is one network for all addresses of one IPv6 customer', () => {
    const first = clientAddress('2001:db8:1:2:aaaa::1', undefined);
    expect(clientAddress('2001:db8:1:2:bbbb::2', undefined)).toBe(first);
    expect(clientAddress('2001:db8:1:3:aaaa::1', undefined)).not.toBe(first);
    expect(clientAddress('2001:db8::1', undefined)).toBe(clientAddress('2001:db8::9:2', undefined));
  });

  it('has a name also without a connection', () => {
    expect(clientAddress(undefined, undefined)).toBe('unknown');
  });
});
