/** One person's recording as text: only what is loud enough to be speech is sent, piece by piece. */
import { readOpusFile, type SoundFile } from '../../lib/sound/opus-reader.ts';
import { findSpeech, isSpoken, loudnessOf, packStretches, type Stretch, windowMs } from './find-speech.ts';
import { isUsualInvention } from './invented.ts';
import type { SpokenPart } from './revise-lines.ts';
import { sampleRate, type WhisperClient } from './whisper-client.ts';

/** Parts of speech in milliseconds from the first sample, in order; none where nobody spoke. */
export async function transcribeFile(
  file: SoundFile,
  { whisper, language, pieceMs }: { whisper: WhisperClient; language: string; pieceMs: number },
): Promise<SpokenPart[]> {
  const stretches = findSpeech(await readLoudness(file));
  const pieces = packStretches(stretches, pieceMs);
  const parts: SpokenPart[] = [];
  for await (const { sound, fromMs } of readPieces(file, pieces)) {
    for (const part of await whisper.transcribe(sound, language)) {
      const placed = { ...part, startMs: fromMs + part.startMs, endMs: fromMs + part.endMs };
      if (isCredible(placed, stretches)) parts.push(placed);
    }
  }
  return parts;
}

function isCredible({ startMs, endMs, text }: SpokenPart, stretches: readonly Stretch[]): boolean {
  if (text === '') return false;
  return !isUsualInvention(text) || isSpoken({ fromMs: startMs, untilMs: endMs }, stretches);
}

async function readLoudness(file: SoundFile): Promise<number[]> {
  const loudness: number[] = [];
  const window = (sampleRate * windowMs) / 1_000;
  let rest = new Int16Array();
  for await (const piece of readOpusFile(file, sampleRate)) {
    const all = new Int16Array(rest.length + piece.length);
    all.set(rest);
    all.set(piece, rest.length);
    const whole = all.length - (all.length % window);
    loudness.push(...loudnessOf(all.subarray(0, whole), sampleRate));
    rest = all.slice(whole);
  }
  return [...loudness, ...loudnessOf(rest, sampleRate)];
}

/** The sound of each piece; at most one of them is in memory. */
async function* readPieces(
  file: SoundFile,
  pieces: readonly Stretch[],
): AsyncGenerator<{ sound: Int16Array; fromMs: number }> {
  const samplesAt = (ms: number) => Math.round((ms * sampleRate) / 1_000);
  let index = 0;
  let at = 0;
  let taken: Int16Array[] = [];
  for await (const sound of readOpusFile(file, sampleRate)) {
    for (let from = 0; from < sound.length; ) {
      const piece = pieces[index];
      if (!piece) return;
      const start = Math.max(from, samplesAt(piece.fromMs) - at);
      const end = Math.min(sound.length, samplesAt(piece.untilMs) - at);
      if (start < end) taken.push(sound.subarray(start, end));
      if (samplesAt(piece.untilMs) - at > sound.length) break;
      yield { sound: joined(taken), fromMs: piece.fromMs };
      taken = [];
      index += 1;
      from = Math.max(from, end);
    }
    at += sound.length;
  }
  const last = pieces[index];
  if (last && taken.length > 0) yield { sound: joined(taken), fromMs: last.fromMs };
}

function joined(pieces: readonly Int16Array[]): Int16Array {
  const all = new Int16Array(pieces.reduce((sum, piece) => sum + piece.length, 0));
  let at = 0;
  for (const piece of pieces) {
    all.set(piece, at);
    at += piece.length;
  }
  return all;
}
