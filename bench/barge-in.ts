/**
 * How quickly the AI participant makes way for a person, by the sound at a listener: from the first sound of the
 * person to the moment at which its own is lower, and to the moment at which it is silent. It speaks a steady tone,
 * so that no pause of its own counts. Against the bare way of a voice through LiveKit.
 */
import { setTimeout as sleep } from 'node:timers/promises';
import { startModelStub } from '../agent/voice/testing/model-stub.ts';
import { nowMs } from '../e2e/rehearsal/clock.ts';
import { readFolder } from '../e2e/rehearsal/folder.ts';
import { percentile } from '../e2e/rehearsal/percentiles.ts';
import { createRandom } from '../e2e/rehearsal/random.ts';
import { firstSoundAfter, type LoudnessStep, lastSound } from '../e2e/voice/loudness.ts';
import { agent, openVoiceRoom, person, type VoiceRoom } from '../e2e/voice/voice-room.ts';
import type { Benchmark } from './context.ts';
import type { Figure } from './figure.ts';

const kickoff = new URL('../e2e/fixtures/kickoff', import.meta.url).pathname;
/** Long enough to be interrupted: the stub speaks 60 ms for each character. */
const monologue = 'a steady tone that goes on '.repeat(8);
/** A person's line and the AI participant's next turn do not touch. */
const betweenMs = 2_000;
/** Lower than this share of its full level counts as ducked; the tone itself varies by 5 %. */
const duckedShare = 0.6;

interface Interruption {
  /** From the first sample at the microphone to the first sound at the listener. */
  wayMs: number;
  duckMs: number;
  stopMs: number;
}

export const bargeIn: Benchmark = {
  name: 'barge-in',
  models: 'local',
  async run({ instance, signal, onProgress }) {
    const {
      LIVEKIT_URL = '',
      LIVEKIT_API_KEY = '',
      LIVEKIT_API_SECRET = '',
      STT_BASE_URL = '',
    } = instance.env;
    const recording = await readFolder(kickoff);
    const random = createRandom(1);
    await using speech = await startModelStub();
    await using room = await openVoiceRoom({
      livekit: { url: LIVEKIT_URL, apiKey: LIVEKIT_API_KEY, apiSecret: LIVEKIT_API_SECRET },
      modelsUrl: STT_BASE_URL,
      speechUrl: speech.url,
    });
    const measured: Interruption[] = [];
    for (const { index, samples, text } of recording.utterances) {
      signal.throwIfAborted();
      const one = await interrupt(room, `turn-${index}`, samples, 1_000 + random() * 1_000);
      onProgress(
        one
          ? `${one.duckMs} ms to duck, ${one.stopMs} ms to stop: ${text}`
          : `it was not interrupted by: ${text}`,
      );
      if (one) measured.push(one);
      await sleep(betweenMs, undefined, { signal });
    }
    return figuresOf(measured, recording.utterances.length);
  },
};

async function interrupt(
  room: VoiceRoom,
  id: string,
  samples: Int16Array,
  afterMs: number,
): Promise<Interruption | null> {
  const turn = room.voice.say({ id, text: monologue });
  while (room.voice.state !== 'speaking') await sleep(10);
  await sleep(afterMs);
  const spokenAtMs = nowMs();
  const leadSamples = samples.findIndex((sample) => Math.abs(sample) > 300);
  await room.speak(samples.subarray(leadSamples));
  const { ending } = await turn;
  const onsetMs = firstSoundAfter(room.loudness.of(person), spokenAtMs);
  if (ending !== 'interrupted' || onsetMs === null) return null;
  const steps = room.loudness.of(agent);
  const duckedAtMs = firstDucked(steps, onsetMs);
  const stoppedAtMs = lastSound(steps) ?? onsetMs;
  return {
    wayMs: Math.round(onsetMs - spokenAtMs),
    duckMs: Math.round((duckedAtMs ?? stoppedAtMs) - onsetMs),
    stopMs: Math.round(stoppedAtMs - onsetMs),
  };
}

/** When it became lower than it had been in the half second before. */
function firstDucked(steps: readonly LoudnessStep[], onsetMs: number): number | null {
  const before = steps.filter(({ atMs }) => atMs > onsetMs - 500 && atMs < onsetMs).map(({ level }) => level);
  const full = percentile(before, 0.5) ?? 0;
  return steps.find(({ atMs, level }) => atMs >= onsetMs && level < full * duckedShare)?.atMs ?? null;
}

function figuresOf(measured: Interruption[], tried: number): Figure[] {
  const p95 = (of: (one: Interruption) => number) => percentile(measured.map(of), 0.95) ?? Number.NaN;
  const baseline = { name: 'bare way of a voice', value: p95(({ wayMs }) => wayMs) };
  const counted = `of ${measured.length} of ${tried} interruptions`;
  return [
    {
      name: `barge-in p95 until lower, ${counted}`,
      value: p95(({ duckMs }) => duckMs),
      unit: 'ms',
      baseline,
      goal: { of: 'value', atMost: 300 },
    },
    {
      // 400 ms of voice, and 150 ms to be silent.
      name: `barge-in p95 until silent, ${counted}`,
      value: p95(({ stopMs }) => stopMs),
      unit: 'ms',
      baseline,
      goal: { of: 'value', atMost: 550 },
    },
  ];
}
