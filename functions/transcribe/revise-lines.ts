/** Brings the words of a recording and the live lines of the same person together. */
import { alignWords } from '../../lib/align-words.ts';
import { keepUnrecorded } from './keep-unrecorded.ts';
import { plainWord } from './plain-word.ts';

/** Milliseconds of the meeting's clock. */
export interface SpokenPart {
  startMs: number;
  endMs: number;
  text: string;
}

/** From the first to the last sample of a file; milliseconds of the meeting's clock. */
export type Recorded = Pick<SpokenPart, 'startMs' | 'endMs'>;

export interface Revision<Line> {
  /** Lines with their new text, in order of time; empty where the recording has nothing of a line's words. */
  lines: { line: Line; text: string }[];
  /** What was said and no live line has. */
  added: SpokenPart[];
}

/** A live line begins so much before its first sound. */
const preRollMs = 300;
/** Live lines and a recording's parts belong together when they share so much of the shorter one. */
const shared = 0.3;

/**
 * The new text of each line that the recording covers; `recorded` are the files of that person. Lines that it has nothing of stay as they are: a recorder
 * that was deaf for a while must not delete what was heard live. Nor must one that began in the middle of a line.
 */
export function reviseLines<Line extends SpokenPart>(
  lines: readonly Line[],
  parts: readonly SpokenPart[],
  recorded: readonly Recorded[],
): Revision<Line> {
  const revision: Revision<Line> = { lines: [], added: [] };
  for (const group of groupByTime(lines, parts)) {
    if (group.lines.length === 0) revision.added.push(...group.parts);
    else if (group.parts.length > 0) {
      const old = group.lines.map(({ text }) => text);
      const words = keepUnrecorded(wordsOf(old), wordsOf(group.parts.map(({ text }) => text)), {
        start: isCutAtStart(group, recorded),
        end: isCutAtEnd(group, recorded),
      });
      const texts = shareOut(old, words);
      for (const [index, line] of group.lines.entries())
        revision.lines.push({ line, text: texts[index] ?? '' });
    }
  }
  return revision;
}

interface Group<Line> {
  lines: Line[];
  parts: SpokenPart[];
}

/** Chains of lines and parts that overlap, in order of time. */
function groupByTime<Line extends SpokenPart>(
  lines: readonly Line[],
  parts: readonly SpokenPart[],
): Group<Line>[] {
  const groups: Group<Line>[] = lines.map((line) => ({ lines: [line], parts: [] }));
  for (const part of parts) {
    const touched = groups.filter((group) => group.lines.some((line) => belongTogether(line, part)));
    const [first] = touched;
    if (!first) {
      groups.push({ lines: [], parts: [part] });
      continue;
    }
    first.parts.push(part);
    for (const other of touched.slice(1)) {
      first.lines.push(...other.lines);
      first.parts.push(...other.parts);
      groups.splice(groups.indexOf(other), 1);
    }
  }
  const byStart = (a: SpokenPart, b: SpokenPart) => a.startMs - b.startMs;
  for (const group of groups) {
    group.lines.sort(byStart);
    group.parts.sort(byStart);
  }
  return groups.sort((a, b) => startOf(a) - startOf(b));
}

function belongTogether(a: SpokenPart, b: SpokenPart): boolean {
  const overlap = Math.min(a.endMs, b.endMs) - Math.max(a.startMs, b.startMs);
  const shorter = Math.min(a.endMs - a.startMs, b.endMs - b.startMs);
  return overlap > 0 && overlap >= shared * Math.max(1, shorter);
}

function isCutAtStart({ lines, parts }: Group<SpokenPart>, recorded: readonly Recorded[]): boolean {
  const [line, part] = [lines[0], parts[0]];
  const file = part && recorded.find((each) => isWithin(part.startMs, each));
  return line !== undefined && file !== undefined && line.startMs + preRollMs < file.startMs;
}

function isCutAtEnd({ lines, parts }: Group<SpokenPart>, recorded: readonly Recorded[]): boolean {
  const [line, part] = [lines.at(-1), parts.at(-1)];
  const file = part && recorded.findLast((each) => isWithin(part.startMs, each));
  return line !== undefined && file !== undefined && line.endMs > file.endMs;
}

const isWithin = (ms: number, { startMs, endMs }: Recorded) => ms >= startMs && ms < endMs;

const startOf = ({ lines, parts }: Group<SpokenPart>) =>
  Math.min(...[...lines, ...parts].map(({ startMs }) => startMs));

/** Gives each old text those of the new words that stand where its own stood. */
function shareOut(oldTexts: readonly string[], newWords: readonly string[]): string[] {
  if (oldTexts.length === 1) return [newWords.join(' ')];
  const oldWords = oldTexts.flatMap((text, index) =>
    wordsOf([text]).map((word) => ({ index, plain: plainWord(word) })),
  );
  const { steps } = alignWords(
    oldWords.map(({ plain }) => plain),
    newWords.map(plainWord),
  );
  const shares = oldTexts.map((): string[] => []);
  let current = 0;
  for (const { reference, hypothesis } of steps) {
    // Inserted words go to the line that is being read.
    current = oldWords[reference[0] ?? -1]?.index ?? current;
    shares[current]?.push(...hypothesis.map((index) => newWords[index] ?? ''));
  }
  return shares.map((words) => words.join(' '));
}

const wordsOf = (texts: readonly string[]) => texts.flatMap((text) => text.split(/\s+/)).filter(Boolean);
