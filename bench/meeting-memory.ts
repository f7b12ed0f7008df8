/** What one more meeting costs in memory, over the processes that work for it, against a bare participant that listens. */
import { setTimeout as sleep } from 'node:timers/promises';
import { startWitness } from '../e2e/faults/witness.ts';
import { nowMs } from '../e2e/rehearsal/clock.ts';
import { readFolder } from '../e2e/rehearsal/folder.ts';
import { createRandom } from '../e2e/rehearsal/random.ts';
import type { PartName } from '../local/part.ts';
import { bareToken, startBareParticipant } from './bare-orders.ts';
import type { BenchContext, Benchmark } from './context.ts';
import { processTreeMegabytes } from './proportional-memory.ts';
import { slope } from './slope.ts';

const meetings = 4;
/** Functions rest while a meeting runs, and their heap shrinks by 200 MB whenever V8 collects it: pure noise. */
const parts: PartName[] = ['postgres', 'livekit', 'web', 'agent'];
/** Long enough for every path of a meeting to have run: lines, batches, heartbeats. */
const talkMs = 20_000;
const firstLineTimeoutMs = 30_000;
const kickoff = new URL('../e2e/fixtures/kickoff', import.meta.url).pathname;

export const meetingMemory: Benchmark = {
  name: 'meeting-memory',
  models: 'stand-in',
  async run(context) {
    const { instance, signal, onProgress } = context;
    const kickoffRecording = await readFolder(kickoff);
    // One voice a meeting: the media of four meetings has to fit on this machine.
    const recording = { ...kickoffRecording, speakers: kickoffRecording.speakers.slice(0, 1) };
    await using running = new AsyncDisposableStack();
    const megabytes: number[] = [];
    let bareMegabytes = 0;
    for (let count = 1; count <= meetings; count++) {
      const random = createRandom(count);
      const witness = running.use(await startWitness({ url: instance.url, recording, random, signal }));
      if ((await witness.nextLine(0, nowMs() + firstLineTimeoutMs)) === null)
        throw new Error('no line was seen');
      await sleep(talkMs, undefined, { signal });
      megabytes.push(await instanceMegabytes(context));
      onProgress(`${count} meetings: ${Math.round(megabytes.at(-1) ?? 0)} MB`);
      if (count === 1) bareMegabytes = await measureBare(context, witness.meetingId);
    }
    return [
      {
        name: 'memory per extra meeting',
        value: slope(megabytes),
        unit: 'MB',
        baseline: { name: 'bare listening participant', value: bareMegabytes },
        goal: { of: 'value', atMost: 200 },
      },
    ];
  },
};

async function instanceMegabytes({ instance }: BenchContext): Promise<number> {
  const pids = parts.flatMap((name) => instance.parts[name].pid() ?? []);
  const sizes = await Promise.all(pids.map(processTreeMegabytes));
  return sizes.reduce((sum, size) => sum + size, 0);
}

async function measureBare({ instance, signal }: BenchContext, meetingId: string): Promise<number> {
  await using bare = await startBareParticipant();
  const token = await bareToken(instance.env, meetingId, 'bare');
  await bare.connect({ url: instance.env.LIVEKIT_URL ?? '', token, attributes: {}, hears: true });
  await sleep(talkMs, undefined, { signal });
  return await processTreeMegabytes(bare.pid);
}
