import { messageOf, type Person } from './cast.ts';
import { nowMs } from './clock.ts';
import type { SpokenUtterance } from './evidence.ts';
import type { Recording } from './folder.ts';
import { createPlayback } from './playback.ts';

/** Time for every speaker's loop to be ready for the first frame. */
const leadMs = 200;

interface SpeakOptions {
  /** Told at once what is planned; `voiced` fills in as it is spoken. */
  onPlan: (spoken: SpokenUtterance[]) => void;
  onProgress: (message: string) => void;
  signal: AbortSignal;
}

/** Plays the whole recording, everyone by the same clock. Returns what went wrong; throws when interrupted. */
export async function speakAll(
  recording: Recording,
  people: Person[],
  { onPlan, onProgress, signal }: SpeakOptions,
): Promise<string[]> {
  const startAtMs = nowMs() + leadMs;
  const spoken = planUtterances(recording, startAtMs);
  onPlan(spoken);
  const byIndex = new Map(spoken.map((utterance) => [utterance.index, utterance]));
  const firstVoiced = new Map<number, number>();
  let done = 0;
  const plays = people.map(async ({ speaker, microphone }) => {
    await microphone?.play(createPlayback(recording, speaker.id), {
      startAtMs,
      signal,
      onMark: ({ utterance: index, edge }, atMs) => {
        if (edge === 'first') firstVoiced.set(index, atMs);
        const utterance = byIndex.get(index);
        if (edge === 'first' || !utterance) return;
        utterance.voiced = { firstAtMs: firstVoiced.get(index) ?? atMs, lastAtMs: atMs };
        done += 1;
        onProgress(`${done} of ${spoken.length}  ${speaker.name}: ${utterance.text}`);
      },
    });
  });
  const results = await Promise.allSettled(plays);
  signal.throwIfAborted();
  return results.flatMap((result) =>
    result.status === 'rejected' ? [`a microphone broke: ${messageOf(result.reason)}`] : [],
  );
}

/** What will be said if playing begins at this moment; nothing of it is voiced yet. */
export function planUtterances(recording: Recording, startAtMs: number): SpokenUtterance[] {
  return recording.utterances.map(({ index, speaker, text, startMs, samples }) => ({
    index,
    speaker,
    text,
    plannedAtMs: startAtMs + startMs,
    durationMs: (samples.length / recording.sampleRate) * 1_000,
    voiced: null,
  }));
}
