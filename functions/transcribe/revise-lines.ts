/** Brings the words of a recording and the live lines of the same person together. */
import { alignWords } from '../../lib/align-words.ts';

/** Milliseconds of the meeting's clock. */
export interface SpokenPart {
  startMs: number;
  endMs: number;
  text: string;
}

export interface Revision<Line> {
  /** Lines with their new text, in order of time; empty where the recording has nothing of a line's words. */
  lines: { line: Line; text: string }[];
  /** What was said and no live line has. */
  added: SpokenPart[];
}

/** Live lines and a recording's parts belong together when they share so much of the shorter one. */
const shared = 0.3;

/**
 * The new text of each line that the recording covers. Lines that it has nothing of stay as they are: a recorder
 * that was deaf for a while must not delete what was heard live.
 */
export function reviseLines<Line extends SpokenPart>(
  lines: readonly Line[],
  parts: readonly SpokenPart[],
): Revision<Line> {
  const revision: Revision<Line> = { lines: [], added: [] };
  for (const group of groupByTime(lines, parts)) {
    if (group.lines.length === 0) revision.added.push(...group.parts);
    else if (group.parts.length > 0) {
      const words = group.parts.flatMap(({ text }) => text.split(/\s+/)).filter(Boolean);
      const texts = shareOut(
        group.lines.map(({ text }) => text),
        words,
      );
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

const startOf = ({ lines, parts }: Group<SpokenPart>) =>
  Math.min(...[...lines, ...parts].map(({ startMs }) => startMs));

/** Gives each old text those of the new words that stand where its own stood. */
function shareOut(oldTexts: readonly string[], newWords: readonly string[]): string[] {
  if (oldTexts.length === 1) return [newWords.join(' ')];
  const oldWords = oldTexts.flatMap((text, index) =>
    text
      .split(/\s+/)
      .filter(Boolean)
      .map((word) => ({ index, plain: plainWord(word) })),
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

function plainWord(word: string): string {
  return word.toLowerCase().replace(/[^\p{L}\p{N}]/gu, '');
}
