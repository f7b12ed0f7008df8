/** `npm run faults -- --suite approvals`: what was approved is done once, whatever is stopped and killed. */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Database, openDatabase } from '../../../db/database.ts';
import { migrateDatabase } from '../../../db/migrate.ts';
import { startPostgres } from '../../../local/postgres.ts';
import { outliveDriver } from '../outlive-driver.ts';
import { startKillableLife } from './killable-life.ts';
import { type StartLife, startLifeHere } from './life.ts';
import { type History, planHistories } from './plan.ts';
import { playHistory } from './play-history.ts';
import { judge } from './verdict.ts';

/** One real process is killed for so many that are stopped in here. */
const stoppedPerKilled = 10;

interface Totals {
  lost: number;
  doubled: number;
  unapproved: number;
  runs: number;
}

/** Returns the exit code; the last line that is printed has the totals. */
export async function runApprovalFaults(
  { runs, seed }: { runs: number; seed: number },
  signal: AbortSignal,
): Promise<number> {
  const folder = await mkdtemp(join(tmpdir(), 'parley-faults-'));
  const totals: Totals = { lost: 0, doubled: 0, unapproved: 0, runs: 0 };
  try {
    using _driver = outliveDriver();
    await using server = await startPostgres({ folder, durable: false });
    await migrateDatabase(server.url);
    await using outside = openDatabase(server.url);
    const killed = Math.ceil(runs / stoppedPerKilled);
    console.log(`${runs} histories with stops in one process, ${killed} with killed processes, seed ${seed}`);
    await playAll(outside, planHistories(runs, seed), { startLife: startLifeHere, totals, signal });
    const last = planHistories(runs + killed, seed).slice(runs);
    await playAll(outside, last, { startLife: startKillableLife, totals, signal });
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
  const { lost, doubled, unapproved } = totals;
  console.log(`lost=${lost} doubled=${doubled} unapproved=${unapproved} runs=${totals.runs}`);
  return lost + doubled + unapproved > 0 || signal.aborted ? 1 : 0;
}

async function playAll(
  outside: Database,
  histories: History[],
  { startLife, totals, signal }: { startLife: StartLife; totals: Totals; signal: AbortSignal },
): Promise<void> {
  for (const history of histories) {
    if (signal.aborted) return;
    const verdicts = (await playHistory(outside, history, startLife)).map(judge);
    for (const { lost, doubled, unapproved, problems } of verdicts) {
      totals.lost += lost;
      totals.doubled += doubled;
      totals.unapproved += unapproved;
      for (const problem of problems) console.log(`  FAILED: history ${history.run}: ${problem}`);
    }
    totals.runs += 1;
    if (totals.runs % 20 === 0) console.log(`  ${totals.runs} histories`);
  }
}
