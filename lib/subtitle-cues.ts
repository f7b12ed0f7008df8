/** Lines of a transcript as subtitles: short enough to read, at most two lines of text each. */
import type { ExportedLine } from './meeting-export.ts';

type SpokenLine = Pick<ExportedLine, 'startMs' | 'endMs' | 'speaker' | 'text'>;

export interface Cue {
  startMs: number;
  endMs: number;
  speaker: string;
  /** One or two lines of text. */
  lines: string[];
}

/** Characters of one line, as in the subtitle guidelines of the BBC and Netflix (37 and 42). */
const lineLength = 42;
/** Shorter than this nobody can read anything. */
const leastMs = 700;

/**
 * Cuts long lines into cues of two lines; each gets of the time what it has of the characters. `prefixOf` stands
 * before the words of each speaker's line and counts for its length.
 */
export function toCues(lines: readonly SpokenLine[], prefixOf: (speaker: string) => string): Cue[] {
  return lines
    .toSorted((a, b) => a.startMs - b.startMs)
    .flatMap((line) => {
      const rows = wrap(`${prefixOf(line.speaker)}${line.text.replace(/\s+/g, ' ').trim()}`);
      return spread(pairs(rows), line);
    });
}

/** Ends each cue where the next begins: SRT has no place for two at a time. Each keeps at least 700 ms. */
export function inTurn(cues: readonly Cue[]): Cue[] {
  const starts: number[] = [];
  for (const { startMs } of cues) {
    starts.push(Math.max(startMs, (starts.at(-1) ?? Number.NEGATIVE_INFINITY) + leastMs));
  }
  return cues.map((cue, index) => {
    const startMs = starts[index] ?? cue.startMs;
    const next = starts[index + 1] ?? Number.POSITIVE_INFINITY;
    return { ...cue, startMs, endMs: Math.min(Math.max(cue.endMs, startMs + leastMs), next) };
  });
}

function spread(texts: string[][], { startMs, endMs, speaker }: SpokenLine): Cue[] {
  const sizes = texts.map((rows) => rows.join(' ').length);
  const total = sizes.reduce((sum, size) => sum + size, 0);
  const lengthMs = Math.max(endMs - startMs, leastMs * texts.length);
  let before = 0;
  return texts.map((rows, index) => {
    const from = startMs + Math.round((before / total) * lengthMs);
    before += sizes[index] ?? 0;
    return { startMs: from, endMs: startMs + Math.round((before / total) * lengthMs), speaker, lines: rows };
  });
}

/** Words into rows of at most `lineLength`; a word that is longer is cut. */
function wrap(text: string): string[] {
  const rows: string[] = [];
  let row = '';
  for (const word of text.split(' ').flatMap(cutWord)) {
    if (row !== '' && row.length + 1 + word.length > lineLength) {
      rows.push(row);
      row = word;
    } else row = row === '' ? word : `${row} ${word}`;
  }
  return row === '' ? rows : [...rows, row];
}

function cutWord(word: string): string[] {
  const letters = [...word];
  const pieces = [];
  for (let at = 0; at < letters.length; at += lineLength)
    pieces.push(letters.slice(at, at + lineLength).join(''));
  return pieces;
}

function pairs(rows: string[]): string[][] {
  const result = [];
  for (let at = 0; at < rows.length; at += 2) result.push(rows.slice(at, at + 2));
  return result;
}
