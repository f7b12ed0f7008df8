/** Kills parts of Parley at random moments while people talk, and compares what they saw with what is stored. */
import { cp } from 'node:fs/promises';
import { join } from 'node:path';
import { sharedFolder } from '../local/folders.ts';
import type { Instance } from '../local/instance.ts';
import { runAfterFaults } from './faults/after/run.ts';
import { runApprovalFaults } from './faults/approvals/run.ts';
import { type FaultsArguments, parseFaultsArguments } from './faults/arguments.ts';
import { type Kill, planKills } from './faults/plan.ts';
import { surviveKill } from './faults/survive-kill.ts';
import { describeRecord, hasFailed, summarise, type Totals } from './faults/verdict.ts';
import { startWitness, type Witness } from './faults/witness.ts';
import { nowMs } from './rehearsal/clock.ts';
import { measureDurability } from './rehearsal/durability.ts';
import { readFolder } from './rehearsal/folder.ts';
import { createRandom } from './rehearsal/random.ts';
import { type Command, runCommand } from './rehearsal/run-command.ts';

const kickoff = new URL('./fixtures/kickoff', import.meta.url).pathname;
const firstLineTimeoutMs = 120_000;

await runCommand(async (command) => {
  const faults = parseFaultsArguments(process.argv.slice(2), Math.random);
  const suites = {
    transcript: () => runFaults(faults, command),
    approvals: () => runApprovalFaults(faults, command.signal),
    after: () => runAfterFaults(faults, command.signal),
  };
  return await suites[faults.suite]();
});

async function runFaults(
  { runs, seed }: FaultsArguments,
  { signal, withInstance }: Command,
): Promise<number> {
  const totals: Totals = { seen: 0, lost: 0, duplicated: 0, outOfOrder: 0, records: [], problems: [] };
  await withInstance({}, async (instance) => {
    const meetings = planKills(runs, seed);
    for (const [index, kills] of meetings.entries()) {
      console.log(`meeting ${index + 1} of ${meetings.length}`);
      await strikeMeeting(instance, kills, { seed, totals, signal });
    }
    if (hasFailed(totals)) await keepLogs(instance, seed);
  });
  for (const problem of totals.problems) console.log(`FAILED: ${problem}`);
  console.log(summarise(totals));
  return hasFailed(totals) ? 1 : 0;
}

async function strikeMeeting(
  instance: Instance,
  kills: Kill[],
  { seed, totals, signal }: { seed: number; totals: Totals; signal: AbortSignal },
): Promise<void> {
  const random = createRandom(seed + (kills[0]?.run ?? 0));
  await using witness = await startWitness({
    url: instance.url,
    recording: await readFolder(kickoff),
    random,
    signal,
  });
  if ((await witness.nextLine(0, nowMs() + firstLineTimeoutMs)) === null) {
    const numbers = kills.map(({ run }) => run).join(', ');
    totals.problems.push(`no line within ${firstLineTimeoutMs / 1_000} s, kills ${numbers} left out`);
    return;
  }
  let linesBefore = 0;
  for (const kill of kills) {
    const record = await surviveKill(instance, witness, kill, { linesBefore, signal });
    linesBefore = witness.linesSeen();
    totals.records.push(record);
    console.log(`  ${describeRecord(record, seed)}`);
  }
  await compareMeeting(witness, totals);
}

/** Ends the meeting and adds what it shows to the totals. */
async function compareMeeting(witness: Witness, totals: Totals): Promise<void> {
  const { stored, problem } = await witness.end();
  if (problem) totals.problems.push(`${witness.meetingId}: ${problem}`);
  totals.problems.push(...witness.problems.map((lost) => `${witness.meetingId}: ${lost}`));
  const { seen, lost, duplicated, outOfOrder } = measureDurability([...witness.captions], stored);
  totals.seen += seen;
  // What cannot be read counts as lost.
  totals.lost += lost ?? seen;
  totals.duplicated += duplicated ?? 0;
  totals.outOfOrder += outOfOrder;
  console.log(
    `  seen ${seen}, stored ${stored?.length ?? 'unknown'}, lost ${lost ?? seen}, duplicated ${duplicated ?? 0}`,
  );
}

/** The instance is gone with the run; its logs say why something failed. */
async function keepLogs(instance: Instance, seed: number): Promise<void> {
  const kept = join(sharedFolder, 'faults', `seed-${seed}`);
  await cp(join(instance.env.PARLEY_DATA ?? '', 'logs'), kept, { recursive: true });
  console.log(`The logs are kept in ${kept}`);
}
