import { mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { clearLeftoverPostgres, parsePostmasterPid } from './postgres-leftover.ts';

describe(parsePostmasterPid, () => {
  it('reads the first line', () => {
    expect(parsePostmasterPid('4711\n/data\n1763000000\n')).toBe(4711);
  });

  it('takes nothing else for a process', () => {
    for (const text of ['', '\n', 'abc\n', '-1\n', '0\n', '1\n']) expect(parsePostmasterPid(text)).toBeNull();
  });
});

describe(clearLeftoverPostgres, () => {
  let folder: string;

  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'leftover-'));
  });
  afterEach(() => rm(folder, { recursive: true, force: true }));

  it('removes the file of a server that is gone, or whose number another program has now', async () => {
    for (const pid of [process.pid, 4_000_000]) {
      await writeFile(join(folder, 'postmaster.pid'), `${pid}\n`);
      await clearLeftoverPostgres(folder);
      expect(await readdir(folder)).toEqual([]);
    }
  });
});
