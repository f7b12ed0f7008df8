import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { candidates, choosePort, isTcpPortFree, openPortMemory } from './ports.ts';

describe(candidates, () => {
  it('prefers the remembered port, then the wanted one, then random ones below 32000', () => {
    const ports = [...candidates(4001, 3000, () => 0.5)];
    expect(ports.slice(0, 3)).toEqual([4001, 3000, 26_000]);
    expect([...candidates(undefined, undefined, () => 0)][0]).toBe(20_000);
    expect([...candidates(undefined, undefined, () => 0.999999)][0]).toBe(31_999);
  });
});

describe(choosePort, () => {
  it('skips ports that are taken or in use', async () => {
    const port = await choosePort([1, 2, 3, 4], new Set([1]), async (candidate) => candidate > 2);
    expect(port).toBe(3);
  });

  it('says so when there is none', async () => {
    await expect(choosePort([1], new Set(), async () => false)).rejects.toThrow('No free port');
  });
});

describe(openPortMemory, () => {
  let file: string;

  beforeEach(async () => {
    file = join(await mkdtemp(join(tmpdir(), 'ports-')), 'ports.json');
  });
  afterEach(() => rm(join(file, '..'), { recursive: true, force: true }));

  it('gives the same ports again, and never one port to two names', async () => {
    const first = await openPortMemory(file);
    const ports = [
      await first.take('web'),
      await first.take('agent'),
      await first.take('rtc', { protocol: 'udp' }),
    ];
    expect(new Set(ports).size).toBe(3);

    const second = await openPortMemory(file);
    expect([await second.take('web'), await second.take('agent')]).toEqual(ports.slice(0, 2));
  });

  it('chooses and remembers another port when somebody else has taken it', async () => {
    const port = await (await openPortMemory(file)).take('web');
    const server = createServer().listen(port, '127.0.0.1');
    await new Promise((resolve) => server.once('listening', resolve));
    try {
      expect(await isTcpPortFree(port)).toBe(false);
      const other = await (await openPortMemory(file)).take('web');
      expect(other).not.toBe(port);
      expect(JSON.parse(await readFile(file, 'utf8'))).toEqual({ web: other });
    } finally {
      server.close();
    }
  });

  it('starts afresh from a file that is not what it wrote', async () => {
    await writeFile(file, '{"web": "soon"}');
    const port = await (await openPortMemory(file)).take('web');
    expect(port).toBeGreaterThanOrEqual(20_000);
  });
});
