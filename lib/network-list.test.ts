import { describe, expect, it } from 'vitest';
import { parseNetworks } from './network-list.ts';

describe(parseNetworks, () => {
  it('reads addresses and networks of both families', () => {
    const { networks, wrong } = parseNetworks('10.1.2.3, 172.16.0.0/12,fd00::/8,');
    expect(wrong).toEqual([]);
    expect(networks.check('10.1.2.3')).toBe(true);
    expect(networks.check('10.1.2.4')).toBe(false);
    expect(networks.check('172.31.0.9')).toBe(true);
    expect(networks.check('fd12::1', 'ipv6')).toBe(true);
    expect(networks.check('2001:db8::1', 'ipv6')).toBe(false);
  });

  it('names what is neither', () => {
    const { wrong } = parseNetworks('proxy, 10.0.0.0/33, ::/129, 10.0.0.0/, 1.2.3.4/8/8, 10.0.0.1');
    expect(wrong).toEqual(['proxy', '10.0.0.0/33', '::/129', '10.0.0.0/', '1.2.3.4/8/8']);
  });
});
