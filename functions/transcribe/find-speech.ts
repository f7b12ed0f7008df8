/** Where a person speaks in a recording of their microphone, by loudness alone: models decide what was said. */

export interface Stretch {
  fromMs: number;
  untilMs: number;
}

/** Loudness is looked at in windows of so much sound. */
export const windowMs = 30;
/** Never speech, however quiet the rest is: about -54 dB of full scale, below the noise of a laptop's microphone. */
const floor = 65;
/** Speech is so much louder than the quietest tenth of the recording: 9 dB. */
const aboveNoise = 2.8;
/** So loud that it may be speech whatever the rest is, about -24 dB: someone who never pauses. */
const alwaysHeard = 2_000;
/** A pause within a sentence. */
const joinMs = 700;
/** Soft beginnings and endings of words. */
const marginMs = 250;
/** A knock is shorter than a word. */
const shortestMs = 90;

/** Root mean square of each window of 16-bit mono sound; a last incomplete window counts as one. */
export function loudnessOf(sound: Int16Array, sampleRate: number): number[] {
  const size = (sampleRate * windowMs) / 1_000;
  return Array.from({ length: Math.ceil(sound.length / size) }, (_, index) => {
    const end = Math.min(sound.length, (index + 1) * size);
    let squares = 0;
    for (let at = index * size; at < end; at++) squares += (sound[at] ?? 0) ** 2;
    return Math.sqrt(squares / (end - index * size));
  });
}

/** Stretches of speech, in order, apart from each other; none for silence and steady noise. */
export function findSpeech(loudness: readonly number[]): Stretch[] {
  // Digital silence where the microphone was off says nothing of the room's noise.
  const heard = loudness.filter((level) => level > 1).sort((a, b) => a - b);
  const noise = heard[Math.floor(heard.length / 10)] ?? 0;
  const threshold = Math.min(alwaysHeard, Math.max(floor, noise * aboveNoise));
  const stretches: Stretch[] = [];
  for (const [index, level] of loudness.entries()) {
    if (level < threshold) continue;
    const fromMs = index * windowMs;
    const last = stretches.at(-1);
    if (last && fromMs - last.untilMs <= joinMs) last.untilMs = fromMs + windowMs;
    else stretches.push({ fromMs, untilMs: fromMs + windowMs });
  }
  return stretches
    .filter(({ fromMs, untilMs }) => untilMs - fromMs >= shortestMs)
    .map(({ fromMs, untilMs }) => ({ fromMs: Math.max(0, fromMs - marginMs), untilMs: untilMs + marginMs }));
}

/**
 * Pieces of at most `maxMs`, each beginning and ending where nobody speaks; a stretch that is longer is cut. Silence
 * between pieces is in none of them.
 */
export function packStretches(stretches: readonly Stretch[], maxMs: number): Stretch[] {
  const pieces: Stretch[] = [];
  for (const { fromMs, untilMs } of stretches.flatMap((each) => cut(each, maxMs))) {
    const last = pieces.at(-1);
    if (last && untilMs - last.fromMs <= maxMs) last.untilMs = untilMs;
    else pieces.push({ fromMs, untilMs });
  }
  return pieces;
}

function cut({ fromMs, untilMs }: Stretch, maxMs: number): Stretch[] {
  const count = Math.ceil((untilMs - fromMs) / maxMs);
  return Array.from({ length: count }, (_, index) => ({
    fromMs: fromMs + index * maxMs,
    untilMs: Math.min(untilMs, fromMs + (index + 1) * maxMs),
  }));
}

/** True when at least a third of `part` is speech. */
export function isSpoken(part: Stretch, stretches: readonly Stretch[]): boolean {
  const spoken = stretches.reduce(
    (sum, { fromMs, untilMs }) =>
      sum + Math.max(0, Math.min(untilMs, part.untilMs) - Math.max(fromMs, part.fromMs)),
    0,
  );
  return spoken * 3 >= part.untilMs - part.fromMs;
}
