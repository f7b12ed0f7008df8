import { BlockList, isIP } from 'node:net';

/**
 * Addresses and networks as people write them, separated by commas: `10.1.2.3, 172.16.0.0/12, fd00::/8`. `wrong`
 * holds the entries that are neither.
 */
export function parseNetworks(text: string): { networks: BlockList; wrong: string[] } {
  const networks = new BlockList();
  const entries = text.split(',').map((entry) => entry.trim());
  const wrong = entries.filter((entry) => entry !== '' && !addNetwork(networks, entry));
  return { networks, wrong };
}

function addNetwork(networks: BlockList, entry: string): boolean {
  const [address = '', prefix, ...rest] = entry.split('/');
  const version = isIP(address);
  if (version === 0 || rest.length > 0) return false;
  const family = version === 6 ? 'ipv6' : 'ipv4';
  const bits = version === 6 ? 128 : 32;
  if (prefix !== undefined && !(/^\d{1,3}$/.test(prefix) && Number(prefix) <= bits)) return false;
  networks.addSubnet(address, Number(prefix ?? bits), family);
  return true;
}
