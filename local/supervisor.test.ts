import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { spawnGuarded } from './guarded-process.ts';
import { type SupervisorEvent, type SupervisorOptions, supervise } from './supervisor.ts';

describe(supervise, () => {
  let folder: string;
  let events: SupervisorEvent[];

  const shell = (script: string, rest: Partial<SupervisorOptions> = {}) =>
    supervise({
      name: 'part',
      launch: () =>
        spawnGuarded({
          command: '/bin/sh',
          args: ['-c', script],
          env: process.env,
          logFile: join(folder, 'log'),
          stopPlan: [{ signal: 'SIGTERM', waitMs: 1_000 }],
        }),
      isHealthy: async () => true,
      onEvent: (event) => events.push(event),
      ...rest,
    });

  beforeEach(async () => {
    events = [];
    folder = await mkdtemp(join(tmpdir(), 'supervisor-'));
  });
  afterEach(() => rm(folder, { recursive: true, force: true }));

  it('brings a killed process back, and calls it healthy only when it is a new one', async () => {
    await using part = await shell('exec sleep 60');
    const before = part.pid();
    part.kill('SIGKILL');
    await part.healthy();
    expect(part.pid()).not.toBe(before);
    expect(part.pid()).toBeGreaterThan(0);
    expect(events).toMatchObject([{ kind: 'ended', exit: { signal: 'SIGKILL' }, restartInMs: 0 }]);
  });

  it('waits longer between restarts of a process that keeps ending', async () => {
    let launches = 0;
    await using _part = await shell('', {
      launch: () =>
        spawnGuarded({
          command: '/bin/sh',
          args: ['-c', launches++ === 0 ? 'sleep 0.2' : 'exit 1'],
          env: process.env,
          logFile: join(folder, 'log'),
          stopPlan: [{ signal: 'SIGTERM', waitMs: 1_000 }],
        }),
    });
    await expect.poll(() => events.length, { timeout: 5_000 }).toBeGreaterThanOrEqual(4);
    expect(events.slice(0, 4).map(({ restartInMs }) => restartInMs)).toEqual([0, 250, 500, 1_000]);
  });

  it('keeps trying when the program cannot even be launched', async () => {
    let launches = 0;
    await using part = await shell('', {
      launch: async () => {
        launches += 1;
        if (launches === 2) throw new Error('text file busy');
        return spawnGuarded({
          command: '/bin/sh',
          args: ['-c', 'exec sleep 60'],
          env: process.env,
          logFile: join(folder, 'log'),
          stopPlan: [{ signal: 'SIGTERM', waitMs: 1_000 }],
        });
      },
    });
    part.kill();
    await part.healthy();
    expect(events.map(({ kind }) => kind)).toEqual(['ended', 'not-started']);
  });

  it('says how a process ended that never became healthy', async () => {
    await expect(shell('exit 7', { isHealthy: async () => false })).rejects.toThrow(
      'part ended at its start (exit code 7)',
    );
    expect(events).toEqual([]);
  });

  it('stops a start that is no longer wanted', async () => {
    const stop = new AbortController();
    let launched: Awaited<ReturnType<typeof spawnGuarded>> | undefined;
    const starting = shell('', {
      signal: stop.signal,
      isHealthy: async () => false,
      launch: async () => {
        launched = await spawnGuarded({
          command: '/bin/sh',
          args: ['-c', 'exec sleep 60'],
          env: process.env,
          logFile: join(folder, 'log'),
          stopPlan: [{ signal: 'SIGTERM', waitMs: 1_000 }],
        });
        return launched;
      },
    });
    setTimeout(() => stop.abort(new Error('enough')), 100);
    await expect(starting).rejects.toThrow('enough');
    expect(await launched?.exited).toEqual({ code: null, signal: 'SIGTERM' });
  });

  it('does not restart what it stops itself', async () => {
    const part = await shell('exec sleep 60');
    await part[Symbol.asyncDispose]();
    expect(part.pid()).toBeNull();
    expect(events).toEqual([]);
  });
});
