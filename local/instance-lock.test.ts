import { mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { lockInstance, processStart } from './instance-lock.ts';

describe(lockInstance, () => {
  let folder: string;

  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'lock-'));
  });
  afterEach(() => rm(folder, { recursive: true, force: true }));

  it('tells the second where the first one is', async () => {
    using first = await lockInstance(folder);
    await first.setUrl('http://127.0.0.1:3000');
    await expect(lockInstance(folder)).rejects.toThrow(
      /already runs at http:\/\/127\.0\.0\.1:3000 .*PARLEY_DATA/,
    );
  });

  it('leaves nothing behind', async () => {
    {
      using _lock = await lockInstance(folder);
    }
    expect(await readdir(folder)).toEqual([]);
  });

  it('takes over from a process that is gone, or whose number another one has now', async () => {
    const dead = { pid: 4_000_000, startedAt: '1', url: null };
    const other = { pid: process.pid, startedAt: '1', url: null };
    for (const holder of [dead, other]) {
      await writeFile(join(folder, 'instance.json'), JSON.stringify(holder));
      using _lock = await lockInstance(folder);
    }
    await writeFile(join(folder, 'instance.json'), 'not JSON');
    using _lock = await lockInstance(folder);
  });
});

describe(processStart, () => {
  it('is the same for one process and null for none', () => {
    expect(processStart(process.pid)).toBe(processStart(process.pid));
    expect(processStart(process.pid)).not.toBeNull();
    expect(processStart(4_000_000)).toBeNull();
  });
});
