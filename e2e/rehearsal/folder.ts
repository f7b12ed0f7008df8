import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { parseTimeline, type Utterance } from './timeline.ts';
import { findVoicedRange, type VoicedRange } from './voiced.ts';
import { decodeWav } from './wav.ts';

export interface Speaker {
  id: string;
  name: string;
  email: string;
}

export interface RecordedUtterance extends Utterance {
  samples: Int16Array;
  /** Null for a file of pure silence. */
  voiced: VoicedRange | null;
}

/** A recorded meeting, in memory: who speaks, when, and what was said. */
export interface Recording {
  title: string;
  sampleRate: number;
  /** Those who say something, in the order in which they first speak. */
  speakers: Speaker[];
  /** By start time. No number occurs twice. */
  utterances: RecordedUtterance[];
  /** Length of the meeting, at least up to the end of its last sound. */
  totalMs: number;
}

/** Thrown with every problem of a folder, one line each, each naming its file. */
export class FolderError extends Error {
  constructor(folder: string, problems: string[]) {
    super(`${folder} cannot be played:\n${problems.map((problem) => `  - ${problem}`).join('\n')}`);
    this.name = 'FolderError';
  }
}

/** Reads `timeline.json` and every WAV that it names. Throws `FolderError`. */
export async function readFolder(folder: string): Promise<Recording> {
  const timeline = await readFile(join(folder, 'timeline.json'), 'utf8')
    .then(parseTimeline)
    .catch((error: unknown) => {
      throw new FolderError(folder, describeProblem('timeline.json', error));
    });
  const problems: string[] = [];
  const read = async (utterance: Utterance): Promise<RecordedUtterance> => {
    const samples = await readSamples(folder, utterance.file, timeline.sampleRate).catch((error: unknown) => {
      problems.push(...describeProblem(utterance.file, error));
      return new Int16Array();
    });
    return { ...utterance, samples, voiced: findVoicedRange(samples) };
  };
  const unnumbered = await Promise.all(timeline.utterances.map(read));
  const utterances = numberApart(unnumbered.toSorted((a, b) => a.startMs - b.startMs));
  if (problems.length > 0) throw new FolderError(folder, problems);

  const ids = [...new Set(utterances.map((utterance) => utterance.speaker))];
  const ends = utterances.map(
    ({ startMs, samples }) => startMs + (samples.length / timeline.sampleRate) * 1_000,
  );
  return {
    title: timeline.title,
    sampleRate: timeline.sampleRate,
    speakers: ids.map((id) => ({
      id,
      name: timeline.speakers[id]?.name ?? id,
      email: timeline.speakers[id]?.email ?? `${id}@example.test`,
    })),
    utterances,
    totalMs: Math.max(timeline.totalMs, ...ends),
  };
}

/** Nothing says that the numbers of a folder are distinct; where they are not, they count by start time from 1. */
function numberApart(utterances: RecordedUtterance[]): RecordedUtterance[] {
  if (new Set(utterances.map(({ index }) => index)).size === utterances.length) return utterances;
  return utterances.map((utterance, position) => ({ ...utterance, index: position + 1 }));
}

async function readSamples(folder: string, file: string, sampleRate: number): Promise<Int16Array> {
  const sound = decodeWav(await readFile(join(folder, file)));
  if (sound.sampleRate !== sampleRate) {
    throw new Error(`has a sample rate of ${sound.sampleRate} Hz, but timeline.json says ${sampleRate} Hz`);
  }
  return sound.samples;
}

function describeProblem(file: string, error: unknown): string[] {
  const missing = error instanceof Error && 'code' in error && error.code === 'ENOENT';
  const reasons = missing ? 'is missing' : error instanceof Error ? error.message : String(error);
  return reasons.split('\n').map((reason) => `${file} ${reason}`);
}
