import { spawn } from 'node:child_process';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type GuardedOptions, spawnGuarded } from './guarded-process.ts';
import { processStart } from './instance-lock.ts';

const isAlive = (pid: number) => processStart(pid) !== null;

describe(spawnGuarded, () => {
  let folder: string;
  const shell = (script: string, rest: Partial<GuardedOptions> = {}) =>
    spawnGuarded({
      command: '/bin/sh',
      args: ['-c', script],
      env: process.env,
      logFile: join(folder, 'log'),
      stopPlan: [{ signal: 'SIGTERM', waitMs: 300 }],
      ...rest,
    });

  async function readPid(file: string): Promise<number> {
    while (true) {
      const text = await readFile(join(folder, file), 'utf8').catch(() => '');
      if (text.endsWith('\n')) return Number(text);
      await delay(10);
    }
  }

  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'guarded-'));
  });
  afterEach(() => rm(folder, { recursive: true, force: true }));

  it('writes all output to the log and reports how the process ended', async () => {
    const child = await shell('echo out; echo err >&2; exit 3');
    expect(await child.exited).toEqual({ code: 3, signal: null });
    expect(await readFile(join(folder, 'log'), 'utf8')).toBe('out\nerr\n');
  });

  it('rejects when there is no such program', async () => {
    await expect(shell('', { command: join(folder, 'missing') })).rejects.toThrow('ENOENT');
  });

  it('ends a process that ignores every signal of the plan, and what it started', async () => {
    const child = await shell(
      `trap '' TERM; sleep 60 & echo $! > ${folder}/grandchild; while :; do sleep 1; done`,
    );
    const grandchild = await readPid('grandchild');
    expect(await child.stop()).toEqual({ code: null, signal: 'SIGKILL' });
    await expect.poll(() => isAlive(grandchild)).toBe(false);
  });

  it('takes what a dead process left behind with it', async () => {
    const child = await shell(`sleep 60 & echo $! > ${folder}/grandchild; wait`);
    const grandchild = await readPid('grandchild');
    child.kill('SIGKILL');
    await child.exited;
    await expect.poll(() => isAlive(grandchild)).toBe(false);
  });

  it('leaves nothing behind when its parent is killed outright', async () => {
    const script = `
      import { spawnGuarded } from ${JSON.stringify(join(import.meta.dirname, 'guarded-process.ts'))};
      const child = await spawnGuarded({
        command: '/bin/sh', args: ['-c', 'sleep 60 & echo $! > grandchild; wait'], env: process.env,
        cwd: ${JSON.stringify(folder)}, logFile: ${JSON.stringify(join(folder, 'log'))},
        stopPlan: [{ signal: 'SIGTERM', waitMs: 300 }],
      });
      console.log(child.pid);
      setInterval(() => {}, 1000);`;
    await writeFile(join(folder, 'parent.ts'), script);
    const parent = spawn(process.execPath, [join(folder, 'parent.ts')], {
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    const child = Number(await new Promise((resolve) => parent.stdout.once('data', resolve)));
    const grandchild = await readPid('grandchild');
    expect([isAlive(child), isAlive(grandchild)]).toEqual([true, true]);

    parent.kill('SIGKILL');
    await expect.poll(() => isAlive(child) || isAlive(grandchild), { timeout: 8_000 }).toBe(false);
  }, 15_000);
});
