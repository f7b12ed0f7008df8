/**
 * From "speech-to-text answered" to "caption received" on 50 screens, against a bare `sendText` of the same
 * words to the same screens in between.
 */
import { setTimeout as sleep } from 'node:timers/promises';
import { Room } from '@livekit/rtc-node';
import { startWitness } from '../e2e/faults/witness.ts';
import { createApiClient } from '../e2e/rehearsal/api-client.ts';
import { nowMs } from '../e2e/rehearsal/clock.ts';
import { readFolder } from '../e2e/rehearsal/folder.ts';
import { percentile } from '../e2e/rehearsal/percentiles.ts';
import { createRandom } from '../e2e/rehearsal/random.ts';
import { captionAttributes, captionTopic } from '../lib/messages.ts';
import { type BareParticipant, bareToken, bareTopic, startBareParticipant } from './bare-orders.ts';
import type { BenchContext, Benchmark } from './context.ts';

const listeners = 50;
const wantedCaptions = 100;
const timeoutMs = 240_000;
const kickoff = new URL('../e2e/fixtures/kickoff', import.meta.url).pathname;

/** Milliseconds of every packet at every screen. */
interface Arrivals {
  captions: number[];
  bare: number[];
}

export const captionHandOff: Benchmark = {
  name: 'caption-hand-off',
  models: 'stand-in',
  async run(context, answeredAtMs) {
    const { instance, signal, onProgress } = context;
    const random = createRandom(1);
    const recording = await readFolder(kickoff);
    await using audience = new AsyncDisposableStack();
    const witness = audience.use(await startWitness({ url: instance.url, recording, random, signal }));
    const arrivals: Arrivals = { captions: [], bare: [] };
    await seatListeners(context, witness.code, { arrivals, answeredAtMs, audience });
    const bare = audience.use(await startBareParticipant());
    const token = await bareToken(instance.env, witness.meetingId, 'bare');
    const url = instance.env.LIVEKIT_URL ?? '';
    await bare.connect({ url, token, attributes: {}, hears: false });

    onProgress(`${listeners} listeners are in, waiting for ${wantedCaptions} captions`);
    arrivals.captions.length = 0;
    await sendBareInBetween(bare, answeredAtMs, { arrivals, random, signal });
    return [0.95, 0.99].map((share) => ({
      name: `caption hand-off p${share * 100}, ${listeners} listeners`,
      value: percentile(arrivals.captions, share) ?? Number.NaN,
      unit: 'ms',
      baseline: { name: 'bare sendText', value: percentile(arrivals.bare, share) ?? Number.NaN },
      goal: { of: 'ratio', atMost: 2 },
    }));
  },
};

async function seatListeners(
  { instance }: BenchContext,
  code: string,
  options: { arrivals: Arrivals; answeredAtMs: ReadonlyMap<string, number>; audience: AsyncDisposableStack },
): Promise<void> {
  const { arrivals, answeredAtMs, audience } = options;
  for (let index = 1; index <= listeners; index++) {
    const person = { name: `Listener ${index}`, email: `listener-${index}@example.test` };
    const joined = await createApiClient(instance.url).join(code, person);
    const room = new Room();
    room.registerTextStreamHandler(captionTopic, (reader) => {
      const atMs = nowMs();
      const answered = answeredAtMs.get(reader.info.attributes?.[captionAttributes.text] ?? '');
      const isFinal = reader.info.attributes?.[captionAttributes.final] === 'true';
      if (isFinal && answered !== undefined) arrivals.captions.push(atMs - answered);
      void reader.close();
    });
    room.registerTextStreamHandler(bareTopic, (reader) => {
      arrivals.bare.push(nowMs() - Number(reader.info.attributes?.sentAtMs));
      void reader.close();
    });
    await room.connect(joined.serverUrl, joined.token, { autoSubscribe: false, dynacast: false });
    audience.defer(() => room.disconnect());
  }
}

/** One bare text for each caption, at a moment that has nothing to do with it. */
async function sendBareInBetween(
  bare: BareParticipant,
  answeredAtMs: ReadonlyMap<string, number>,
  { arrivals, random, signal }: { arrivals: Arrivals; random: () => number; signal: AbortSignal },
): Promise<void> {
  const deadlineMs = nowMs() + timeoutMs;
  const before = answeredAtMs.size;
  for (let sent = 0; arrivals.captions.length < wantedCaptions * listeners; ) {
    if (nowMs() > deadlineMs)
      throw new Error(`only ${arrivals.captions.length / listeners} captions in ${timeoutMs} ms`);
    await sleep(50 + random() * 100, undefined, { signal });
    if (sent >= answeredAtMs.size - before) continue;
    sent += 1;
    bare.send(String(sent), `Number ${sent} of the lines that this benchmark sends to every screen.`);
  }
  await sleep(500, undefined, { signal });
}
