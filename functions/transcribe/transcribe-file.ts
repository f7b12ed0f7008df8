/** One person's recording as text: only what is loud enough to be speech is sent, piece by piece. */
import { readOpusFile, type SoundFile } from '../../lib/sound/opus-reader.ts';
import { findSpeech, isSpoken, loudnessOf, packStretches, type Stretch, windowMs } from './find-speech.ts';
import { isUsualInvention } from './invented.ts';
import type { SpokenPart } from './revise-lines.ts';
import { SoundTooLongError, sampleRate, type WhisperClient } from './whisper-client.ts';

/** Where somebody speaks, in pieces of at most `maxMs` that begin and end in silence; none where nobody does. */
export async function cutFile(file: SoundFile, maxMs: number): Promise<Stretch[]> {
  return packStretches(findSpeech(await readLoudness(file)), maxMs);
}

/** A server that takes less than this takes nothing. */
const leastMs = 20_000;

/** Parts of speech of one piece, in order, in milliseconds from the first sample of the file. */
export async function transcribePiece(
  file: SoundFile,
  piece: Stretch,
  how: { whisper: WhisperClient; language: string },
): Promise<SpokenPart[]> {
  const sound = await readSound(file, piece);
  const stretches = findSpeech(loudnessOf(sound, sampleRate)).map(({ fromMs, untilMs }) => ({
    fromMs: piece.fromMs + fromMs,
    untilMs: piece.fromMs + untilMs,
  }));
  try {
    const parts = await how.whisper.transcribe(sound, how.language);
    return parts
      .map((part) => ({ ...part, startMs: piece.fromMs + part.startMs, endMs: piece.fromMs + part.endMs }))
      .filter((part) => isCredible(part, stretches));
  } catch (error) {
    const lengthMs = piece.untilMs - piece.fromMs;
    if (!(error instanceof SoundTooLongError) || lengthMs < leastMs) throw error;
    const parts: SpokenPart[] = [];
    for (const half of packStretches(stretches, lengthMs / 2)) {
      parts.push(...(await transcribePiece(file, half, how)));
    }
    return parts;
  }
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

async function readSound(file: SoundFile, piece: Stretch): Promise<Int16Array> {
  const pieces = await Array.fromAsync(readOpusFile(file, sampleRate, piece));
  const all = new Int16Array(pieces.reduce((sum, each) => sum + each.length, 0));
  let at = 0;
  for (const each of pieces) {
    all.set(each, at);
    at += each.length;
  }
  return all;
}
