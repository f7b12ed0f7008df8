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

async function rehearse({ folder, jsonFile, url }: RehearsalArguments): Promise<void> {
  quietLiveKit();
  const recording = makePlayable(await readFolder(folder));
  const { evidence, problems } = await (url === null ? performAlone(recording) : perform(url, recording));
  const { figures, details } = measure(evidence);
  console.log(formatReport({ recording, figures, details, problems }));
  if (jsonFile !== null) await writeFile(jsonFile, `${JSON.stringify(figures, null, 2)}\n`);
}

function perform(url: string, recording: Recording): Promise<Performance> {
  const onProgress = (message: string) => console.log(`  ${message}`);
  return performMeeting({ url, recording, onProgress, signal: stop.signal });
}

/** A Parley that does not start, or does not stop in order, is a result too: the report says so. */
async function performAlone(recording: Recording): Promise<Performance> {
  let performance: Performance = { evidence: noEvidence(recording), problems: [] };
  try {
    const options = { env: process.env, signal: stop.signal, onProgress: printer.report };
    await withOwnInstance(options, async ({ url }) => {
      printer.finish();
      performance = await perform(url, recording);
    });
  } catch (error) {
    printer.finish();
    performance.problems.push(error instanceof Error ? error.message : String(error));
  }
  return performance;
}
