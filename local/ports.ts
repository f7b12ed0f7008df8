/** Free ports, remembered per data folder so that addresses stay the same from start to start. */
import { createSocket } from 'node:dgram';
import { readFile, writeFile } from 'node:fs/promises';
import { createServer } from 'node:net';
import { z } from 'zod';

const remembered = z.record(z.string(), z.number().int().min(1).max(65_535));

/**
 * Below every system's range of ports for outgoing connections (Linux starts at 32768), so that nobody's
 * connection sits on a port that a restarted part needs again.
 */
const lowest = 20_000;
const highest = 32_000;

export interface PortMemory {
  /** A free port: the remembered one, the preferred one, or any; different from all taken before. */
  take(name: string, options?: { preferred?: number; protocol?: 'tcp' | 'udp' }): Promise<number>;
}

/** `file` is JSON, name to port. A file that cannot be read is as good as none. */
export async function openPortMemory(file: string): Promise<PortMemory> {
  const ports = await readFile(file, 'utf8')
    .then((text) => remembered.parse(JSON.parse(text)))
    .catch(() => ({}) as Record<string, number>);
  const taken = new Set<number>();
  return {
    async take(name, { preferred, protocol = 'tcp' } = {}) {
      const isFree = protocol === 'tcp' ? isTcpPortFree : isUdpPortFree;
      const port = await choosePort(candidates(ports[name], preferred), taken, isFree);
      taken.add(port);
      if (ports[name] !== port) {
        ports[name] = port;
        await writeFile(file, `${JSON.stringify(ports, null, 2)}\n`);
      }
      return port;
    },
  };
}

/** The first candidate that is neither taken nor in use. Throws when there is none. */
export async function choosePort(
  ports: Iterable<number>,
  taken: ReadonlySet<number>,
  isFree: (port: number) => Promise<boolean>,
): Promise<number> {
  for (const port of ports) {
    if (!taken.has(port) && (await isFree(port))) return port;
  }
  throw new Error(`No free port was found between ${lowest} and ${highest}.`);
}

/** Remembered, preferred, then 200 random ones. */
export function* candidates(
  known: number | undefined,
  preferred: number | undefined,
  random: () => number = Math.random,
): Generator<number> {
  if (known !== undefined) yield known;
  if (preferred !== undefined) yield preferred;
  for (let tries = 0; tries < 200; tries++) yield lowest + Math.floor(random() * (highest - lowest));
}

/** Free on loopback, which is where everything embedded listens, and not held on all interfaces. */
export async function isTcpPortFree(port: number): Promise<boolean> {
  return (await canListen(port, '127.0.0.1')) && (await canListen(port));
}

function canListen(port: number, host?: string): Promise<boolean> {
  return new Promise((resolve) => {
    const server = createServer();
    server.once('error', () => resolve(false));
    server.listen({ port, host, exclusive: true }, () => server.close(() => resolve(true)));
  });
}

function isUdpPortFree(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = createSocket('udp4');
    socket.once('error', () => resolve(false));
    socket.bind({ port, exclusive: true }, () => socket.close(() => resolve(true)));
  });
}
