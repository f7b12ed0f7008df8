/** Plays a recorded meeting into Parley, prints what its people saw, and writes the figures as JSON. */
import { writeFile } from 'node:fs/promises';
import { dispose } from '@livekit/rtc-node';
import { createProgressPrinter } from '../local/progress-lines.ts';
import { listenForStop } from '../local/stop-signals.ts';
import { parseRehearsalArguments, type RehearsalArguments } from './rehearsal/arguments.ts';
import { type Recording, readFolder } from './rehearsal/folder.ts';
import { measure } from './rehearsal/measure.ts';
import { withOwnInstance } from './rehearsal/own-instance.ts';
import { noEvidence, type Performance, performMeeting } from './rehearsal/perform-meeting.ts';
import { makePlayable } from './rehearsal/playable.ts';
import { quietLiveKit } from './rehearsal/quiet-livekit.ts';
import { formatReport } from './rehearsal/report.ts';

const printer = createProgressPrinter(process.stdout);
using stop = listenForStop(
  () => console.log('The rehearsal stops ...'),
  () => process.exit(130),
);

try {
  await rehearse(parseRehearsalArguments(process.argv.slice(2)));
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
} finally {
  await dispose();
  if (stop.signal.aborted) process.exitCode = stop.exitCode() || 130;
  if (process.connected) process.disconnect();
}

async function rehearse(options: RehearsalArguments): Promise<void> {
  quietLiveKit();
  const recording = makePlayable(await readFolder(options.folder));
  const { evidence, problems } = await (options.url === null
    ? performAlone(recording, options)
    : perform(recording, options, { url: options.url, isOurs: false }));
  const { figures, details } = measure(evidence);
  console.log(formatReport({ recording, figures, details, problems }));
  if (options.jsonFile !== null) {
    await writeFile(options.jsonFile, `${JSON.stringify(figures, null, 2)}\n`);
  }
}

function perform(
  recording: Recording,
  { persona, approval, timeZone }: RehearsalArguments,
  where: { url: string; isOurs: boolean },
): Promise<Performance> {
  return performMeeting({
    ...where,
    recording,
    persona,
    approval,
    timeZone: timeZone ?? Intl.DateTimeFormat().resolvedOptions().timeZone,
    onProgress: (message) => console.log(`  ${message}`),
    signal: stop.signal,
  });
}

/** A Parley that does not start, or does not stop in order, is a result too: the report says so. */
async function performAlone(recording: Recording, options: RehearsalArguments): Promise<Performance> {
  let performance: Performance = { evidence: noEvidence(recording), problems: [] };
  try {
    const own = { env: process.env, now: options.now, signal: stop.signal, onProgress: printer.report };
    await withOwnInstance(own, async ({ url }) => {
      printer.finish();
      performance = await perform(recording, options, { url, isOurs: true });
    });
  } catch (error) {
    printer.finish();
    performance.problems.push(error instanceof Error ? error.message : String(error));
  }
  return performance;
}
