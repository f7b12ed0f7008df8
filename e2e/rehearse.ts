/** Plays a recorded meeting into Parley, prints what its people saw, and writes the figures as JSON. */
import { writeFile } from 'node:fs/promises';
import { parseRehearsalArguments, type RehearsalArguments } from './rehearsal/arguments.ts';
import { type Recording, readFolder } from './rehearsal/folder.ts';
import { measure } from './rehearsal/measure.ts';
import { noEvidence, type Performance, performMeeting } from './rehearsal/perform-meeting.ts';
import { makePlayable } from './rehearsal/playable.ts';
import { formatReport } from './rehearsal/report.ts';
import { type Command, runCommand } from './rehearsal/run-command.ts';

await runCommand(async (command) => {
  const options = parseRehearsalArguments(process.argv.slice(2));
  const recording = makePlayable(await readFolder(options.folder));
  const { evidence, problems } = await (options.url === null
    ? performAlone(recording, options, command)
    : perform(recording, options, { url: options.url, isOurs: false, signal: command.signal }));
  const { figures, details } = measure(evidence);
  console.log(formatReport({ recording, figures, details, problems }));
  if (options.jsonFile !== null) {
    await writeFile(options.jsonFile, `${JSON.stringify(figures, null, 2)}\n`);
  }
  return 0;
});

function perform(
  recording: Recording,
  { persona, approval, timeZone }: RehearsalArguments,
  where: { url: string; isOurs: boolean; signal: AbortSignal },
): Promise<Performance> {
  return performMeeting({
    ...where,
    recording,
    persona,
    approval,
    timeZone: timeZone ?? Intl.DateTimeFormat().resolvedOptions().timeZone,
    onProgress: (message) => console.log(`  ${message}`),
  });
}

/** A Parley that does not start, or does not stop in order, is a result too: the report says so. */
async function performAlone(
  recording: Recording,
  options: RehearsalArguments,
  { signal, withInstance }: Command,
): Promise<Performance> {
  let performance: Performance = { evidence: noEvidence(recording), problems: [] };
  try {
    await withInstance({ now: options.now }, async ({ url }) => {
      performance = await perform(recording, options, { url, isOurs: true, signal });
    });
  } catch (error) {
    performance.problems.push(error instanceof Error ? error.message : String(error));
  }
  return performance;
}
