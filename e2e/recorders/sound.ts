/** Tones in recordings: where they begin, and files of them. */
import { readOpusFile } from '../../lib/sound/opus-reader.ts';
import { createOpusWriter } from '../../lib/sound/opus-writer.ts';

/** Milliseconds into the file at which sound begins after silence. */
export async function onsetsOf(file: string): Promise<number[]> {
  const onsets: number[] = [];
  let at = 0;
  let loudUntil = Number.NEGATIVE_INFINITY;
  for await (const piece of readOpusFile(file, 16_000)) {
    for (const sample of piece) {
      at += 1;
      if (Math.abs(sample) < 3_000) continue;
      if (at - loudUntil > 4_000) onsets.push(at / 16);
      loudUntil = at;
    }
  }
  return onsets;
}

/** Unix milliseconds. */
export interface Tone {
  fromMs: number;
  untilMs: number;
}

/** An Ogg/Opus file of silence with tones at their moments. */
export async function writeTones(
  file: string,
  { fromMs, untilMs, tones }: Tone & { tones: readonly Tone[] },
): Promise<void> {
  const sampleRate = 48_000;
  const samplesAt = (ms: number) => Math.round(((ms - fromMs) * sampleRate) / 1_000);
  const sound = new Int16Array(Math.max(0, samplesAt(untilMs)));
  for (const tone of tones) {
    const [first, last] = [
      Math.max(0, samplesAt(tone.fromMs)),
      Math.min(sound.length, samplesAt(tone.untilMs)),
    ];
    for (let at = first; at < last; at++)
      sound[at] = 12_000 * Math.cos((at * 2 * Math.PI * 440) / sampleRate);
  }
  const writer = await createOpusWriter({ file, sampleRate });
  await writer.write(sound);
  await writer.close();
}
