/** Plays a recorded meeting into Parley, prints what its people saw, and writes the figures as JSON. */
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { dispose } from '@livekit/rtc-node';
import { startInstance } from '../local/instance.ts';
import { parseRehearsalArguments, type RehearsalArguments, usage } from './rehearsal/arguments.ts';
import { FolderError, type Recording, readFolder } from './rehearsal/folder.ts';
import { measure } from './rehearsal/measure.ts';
import { type Performance, performMeeting } from './rehearsal/perform-meeting.ts';
import { makePlayable } from './rehearsal/playable.ts';
import { quietLiveKit } from './rehearsal/quiet-livekit.ts';
import { formatReport } from './rehearsal/report.ts';

const onProgress = (message: string) => console.log(`  ${message}`);

const interruption = new AbortController();
for (const name of ['SIGINT', 'SIGTERM'] as const) process.once(name, () => interruption.abort());

try {
  await rehearse(parseRehearsalArguments(process.argv.slice(2)));
} catch (error) {
  const isUsage = !(error instanceof FolderError);
  console.error(error instanceof Error ? error.message : error);
  if (isUsage) console.error(`Usage: ${usage}`);
  process.exitCode = 1;
}

async function rehearse({ folder, jsonFile, url }: RehearsalArguments): Promise<void> {
  quietLiveKit();
  const recording = makePlayable(await readFolder(folder));
  const performance = url ? await perform(url, recording) : await performOnOwnInstance(recording);
  await dispose();
  const { figures, details } = measure(performance.evidence);
  console.log(formatReport({ recording, figures, details, problems: performance.problems }));
  if (jsonFile) await writeFile(jsonFile, `${JSON.stringify(figures, null, 2)}\n`);
}

function perform(url: string, recording: Recording): Promise<Performance> {
  return performMeeting({ url, recording, onProgress, signal: interruption.signal });
}

/** Starts Parley with fresh data on free ports, and leaves nothing of it behind. */
async function performOnOwnInstance(recording: Recording): Promise<Performance> {
  const dataFolder = await mkdtemp(join(tmpdir(), 'parley-rehearsal-'));
  try {
    await using instance = await startInstance({ dataFolder, onProgress, signal: interruption.signal });
    return await perform(instance.url, recording);
  } finally {
    await rm(dataFolder, { recursive: true, force: true });
  }
}
