/** Kills as a person runs them, few enough for every day; `npm run faults -- --runs 50` is the full measure. */
import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { execa } from 'execa';
import { afterAll, describe, expect, it } from 'vitest';
import { planKills } from './faults/plan.ts';

const folder = mkdtempSync(join(tmpdir(), 'parley-faults-test-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** The agent's job first, then Postgres. */
const seed = 10;

describe('npm run faults', () => {
  it('loses, doubles and disorders nothing when the agent and Postgres are killed', async () => {
    const hit = planKills(2, seed).flatMap((kills) => kills.flatMap(({ targets }) => targets));
    expect(hit).toEqual(['job', 'postgres']);
    const entry = join(import.meta.dirname, 'faults.ts');
    const { exitCode, stdout, stderr } = await execa(
      process.execPath,
      [entry, '--runs', '2', '--seed', String(seed)],
      { reject: false, env: { TMPDIR: folder } },
    );
    expect(exitCode, stdout + stderr).toBe(0);
    expect(stdout.split('\n').at(-1)).toMatch(
      /^lost=0 duplicated=0 outOfOrder=0 runs=2 seen=\d{2,} recoveryMs\.p95=\d+$/,
    );
    expect(readdirSync(folder).filter((name) => name.startsWith('parley-'))).toEqual([]);
  }, 300_000);
});
