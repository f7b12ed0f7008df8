import { alignWords } from '../../lib/align-words.ts';
import { normaliseWords } from './words.ts';

/** A line of either side: on the reference side an utterance, on the other one a line of the transcript. */
export interface ScoredLine {
  speaker: string;
  text: string;
  /** Unix time in milliseconds. */
  startMs: number;
  endMs: number;
}

export interface TranscriptScore {
  /** Word edits over reference words; null without reference words. */
  wer: number | null;
  edits: number;
  words: number;
  attributionErrors: number;
  /** Reference utterances that came out with edits, for the report. */
  misheard: { reference: ScoredLine; heard: string; edits: number }[];
}

/** Audio is placed by an agent some 100 ms after it was sent, and words inside a line only by proportion. */
const toleranceMs = 1_500;

interface Word {
  text: string;
  line: ScoredLine;
  atMs: number;
}

/** Compares what was said with what was written down, per speaker and in time order. */
export function scoreTranscript(reference: ScoredLine[], heard: ScoredLine[]): TranscriptScore {
  const speakers = new Set([...reference, ...heard].map((line) => line.speaker));
  const strayWords: Word[] = [];
  const missedWords: Word[] = [];
  const misheard: TranscriptScore['misheard'] = [];
  let edits = 0;
  let words = 0;
  for (const speaker of speakers) {
    const said = wordsOf(reference, speaker);
    const written = wordsOf(heard, speaker);
    const alignment = alignWords(textsOf(said), textsOf(written));
    edits += alignment.edits;
    words += said.length;
    for (const step of alignment.steps) {
      if (step.kind === 'match') continue;
      missedWords.push(...step.reference.flatMap((index) => said[index] ?? []));
      strayWords.push(...step.hypothesis.flatMap((index) => written[index] ?? []));
    }
    misheard.push(...describeEdits(said, written, alignment.steps));
  }
  return {
    wer: words === 0 ? null : edits / words,
    edits,
    words,
    attributionErrors: reference.filter((line) => isUnderAnother(line, missedWords, strayWords)).length,
    misheard,
  };
}

/** All words of one speaker in time order, each at its share of its line's time. */
function wordsOf(lines: ScoredLine[], speaker: string): Word[] {
  const own = lines.filter((line) => line.speaker === speaker).toSorted((a, b) => a.startMs - b.startMs);
  return own.flatMap((line) => {
    const texts = normaliseWords(line.text);
    const stepMs = (line.endMs - line.startMs) / Math.max(1, texts.length);
    return texts.map((text, index) => ({ text, line, atMs: line.startMs + (index + 0.5) * stepMs }));
  });
}

/**
 * True when more than half of a line's words are not under its speaker, but stand at that time under one other
 * person who did not say them.
 */
function isUnderAnother(line: ScoredLine, missedWords: Word[], strayWords: Word[]): boolean {
  const missed = missedWords.filter((word) => word.line === line);
  const needed = Math.floor(normaliseWords(line.text).length / 2) + 1;
  if (missed.length < needed) return false;
  const others = strayWords.filter(
    (word) =>
      word.line.speaker !== line.speaker &&
      word.atMs >= line.startMs - toleranceMs &&
      word.atMs <= line.endMs + toleranceMs,
  );
  return [...new Set(others.map((word) => word.line.speaker))].some((speaker) => {
    const candidate = others.filter((word) => word.line.speaker === speaker);
    const { steps } = alignWords(textsOf(missed), textsOf(candidate));
    const found = steps.flatMap((step) => (step.kind === 'match' ? step.reference : []));
    return found.length >= needed;
  });
}

const textsOf = (words: Word[]): string[] => words.map((word) => word.text);

function describeEdits(said: Word[], written: Word[], steps: ReturnType<typeof alignWords>['steps']) {
  const found = new Map<ScoredLine, { heard: string[]; edits: number }>();
  let current: ScoredLine | undefined = said[0]?.line;
  for (const step of steps) {
    current = said[step.reference[0] ?? -1]?.line ?? current;
    if (!current) continue;
    const entry = found.get(current) ?? { heard: [], edits: 0 };
    entry.heard.push(...step.hypothesis.map((index) => written[index]?.text ?? ''));
    if (step.kind !== 'match') entry.edits += 1;
    found.set(current, entry);
  }
  return [...found]
    .filter(([, entry]) => entry.edits > 0)
    .map(([line, entry]) => ({ reference: line, heard: entry.heard.join(' '), edits: entry.edits }));
}
