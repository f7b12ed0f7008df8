import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { createServer, type Server } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { healthSchema } from '../lib/messages.ts';
import { partNames } from './part.ts';
import { openPortMemory } from './ports.ts';
import { type ParleyProcess, readyLine, runParley } from './testing/parley-process.ts';
import { stillRunning } from './testing/process-tree.ts';

let folder: string;
const start = (env: Record<string, string> = {}, command?: string[]) =>
  runParley({ PARLEY_DATA: folder, ...env }, command);

async function readPorts(): Promise<Record<string, number>> {
  return JSON.parse(await readFile(join(folder, 'ports.json'), 'utf8'));
}

async function listenOn(port: number): Promise<Server> {
  const server = createServer().listen(port, '127.0.0.1');
  await new Promise((resolve) => server.once('listening', resolve));
  return server;
}

async function readHealth(url: string) {
  const response = await fetch(`${url}/api/health`);
  return { httpStatus: response.status, ...healthSchema.parse(await response.json()) };
}

/** Sends a signal and expects that nothing of it runs when it has ended. */
async function stopWith(parley: ParleyProcess, signal: NodeJS.Signals) {
  const processes = await parley.processes();
  parley.kill(signal);
  const exit = await parley.exited;
  // Guards end just after what they guard.
  await expect.poll(() => stillRunning(processes), { timeout: 2_000 }).toEqual([]);
  return { exit, count: processes.length };
}

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'parley-start-'));
});
afterEach(() => rm(folder, { recursive: true, force: true }));

describe('npm start', () => {
  it('starts every part, prints the page last, serves it, and leaves nothing behind', async () => {
    await using parley = start();
    const url = await parley.prints(readyLine);
    expect(parley.output().trimEnd().split('\n').at(-1)).toBe(url);
    for (const name of partNames) expect(parley.output()).toMatch(new RegExp(`^  ${name} +embedded`, 'm'));

    const health = await readHealth(url);
    expect(health.httpStatus).toBe(200);
    expect(Object.values(health.parts).map(({ status }) => status)).toEqual(Array(7).fill('ok'));
    expect(await (await fetch(url)).text()).toContain('<div id="root">');

    await using second = start();
    expect(await second.exited).toEqual({ code: 1, signal: null });
    expect(second.output()).toContain(`Parley already runs at ${url} with the data folder ${folder}`);

    const { exit, count } = await stopWith(parley, 'SIGTERM');
    expect(exit).toEqual({ code: 143, signal: null });
    expect(count).toBeGreaterThan(12);
  });

  it('keeps its address and data, and ends with 0 after Ctrl-C', async () => {
    // Chosen here, since another Parley on this machine may want the port of the first start, 3000, in between.
    const port = await (await openPortMemory(join(folder, 'ports.json'))).take('web');
    const first = `http://127.0.0.1:${port}`;
    {
      await using parley = start();
      expect(await parley.prints(readyLine)).toBe(first);
      expect((await stopWith(parley, 'SIGINT')).exit).toEqual({ code: 0, signal: null });
    }
    await using again = start();
    expect(await again.prints(readyLine)).toBe(first);
    expect((await stopWith(again, 'SIGINT')).exit.code).toBe(0);
  });

  it.each(['Parley starts', 'prepare Postgres', 'start postgres', 'start web', 'start agent'])(
    'can be stopped half-way, at "%s"',
    async (step) => {
      await using parley = start();
      await parley.prints(new RegExp(step));
      const { exit } = await stopWith(parley, 'SIGTERM');
      expect(exit).toEqual({ code: 143, signal: null });
      expect(parley.output()).not.toMatch(readyLine);
    },
  );

  it('leaves nothing behind when it is killed outright, and recovers at the next start', async () => {
    await using parley = start();
    await parley.prints(readyLine);
    const processes = await parley.processes();
    parley.kill('SIGKILL');
    await parley.exited;
    await expect.poll(() => stillRunning(processes), { timeout: 12_000 }).toEqual([]);

    await using again = start();
    expect((await readHealth(await again.prints(readyLine))).httpStatus).toBe(200);
  });

  it('starts although Postgres left a lock that names a living process', async () => {
    {
      await using parley = start();
      await parley.prints(readyLine);
    }
    const data = join(folder, 'postgres/data');
    await writeFile(join(data, 'postmaster.pid'), `${process.pid}\n${data}\n1763000000\n5432\n\n127.0.0.1\n`);
    await using again = start();
    expect((await readHealth(await again.prints(readyLine))).httpStatus).toBe(200);
  });

  it('moves to other ports when the remembered ones are taken', async () => {
    {
      await using parley = start();
      await parley.prints(readyLine);
    }
    const before = await readPorts();
    const squatters = await Promise.all([before.web!, before.postgres!, before.livekit!].map(listenOn));
    try {
      await using again = start();
      const url = await again.prints(readyLine);
      expect((await readHealth(url)).httpStatus).toBe(200);
      const after = await readPorts();
      expect(url).toBe(`http://127.0.0.1:${after.web}`);
      for (const name of ['web', 'postgres', 'livekit']) expect(after[name]).not.toBe(before[name]);
    } finally {
      for (const squatter of squatters) squatter.close();
    }
  });

  it('refuses a PORT that is in use', async () => {
    const squatter = await listenOn(0);
    const address = squatter.address();
    const port = typeof address === 'object' ? String(address?.port) : '';
    try {
      await using parley = start({ PORT: port });
      expect((await parley.exited).code).toBe(1);
      expect(parley.output()).toContain(`Port ${port} is in use`);
    } finally {
      squatter.close();
    }
  });

  it('says which engine does not answer, and starts nothing without it', async () => {
    await using parley = start({ DATABASE_URL: 'postgres://me:hidden@127.0.0.1:9/none' });
    expect((await parley.exited).code).toBe(1);
    expect(parley.output()).toContain(
      'DATABASE_URL does not answer: postgres://me:***@127.0.0.1:9/none (ECONNREFUSED',
    );
    expect(parley.output()).not.toContain('hidden');
  });

  it('refuses settings that cannot be used, all in one message', async () => {
    await using parley = start({ LIVEKIT_URL: 'ws://127.0.0.1:9', PORT: 'eighty' });
    expect((await parley.exited).code).toBe(2);
    expect(parley.output()).toContain('PORT');
  });

  it('stops with npm', async () => {
    await using parley = start({}, ['npm', 'start']);
    await parley.prints(readyLine);
    const { exit } = await stopWith(parley, 'SIGTERM');
    expect([exit.code, exit.signal]).toContain(exit.signal ? 'SIGTERM' : 143);
  });
});
