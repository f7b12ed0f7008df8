/** A transcript in pieces that are about one thing each: what embeddings stand for, and what questions are answered from. */
import { createHash } from 'node:crypto';
import type { LineRef } from './assistant-messages.ts';

export interface PassageLine extends LineRef {
  speakerName: string;
  startMs: number;
  endMs: number;
  text: string;
}

export interface Passage<Line extends PassageLine = PassageLine> {
  lines: Line[];
  /** Its words with the names of those who said them: what is embedded. */
  text: string;
  /** SHA-256 of the text. */
  hash: string;
}

/** A passage ends with the line that brings it here: what small embedding models read is about 200 words. */
const enoughWords = 110;
const mostWords = 200;
/** After such a silence, in milliseconds, people speak of something else. */
const pauseMs = 20_000;
const wordsBeforePause = 40;
/** Lines that a passage repeats of the one before: an answer alone says little. */
const sharedLines = 2;
const sharedWords = 45;

/** The lines in order, cut between lines; neighbours share a line or two. */
export function cutPassages<Line extends PassageLine>(lines: readonly Line[]): Passage<Line>[] {
  const passages: Passage<Line>[] = [];
  let open: Line[] = [];
  let words = 0;
  let shared = 0;
  const close = () => {
    if (open.length > shared) passages.push(createPassage(open));
    const last = open.slice(-sharedLines);
    while (last.length > 0 && countWords(last) > sharedWords) last.shift();
    open = last;
    shared = last.length;
    words = countWords(last);
  };
  for (const line of lines) {
    const before = open.at(-1);
    const length = countWords([line]);
    const isPause = before !== undefined && line.startMs - before.endMs > pauseMs;
    if (open.length > shared && (words + length > mostWords || (isPause && words > wordsBeforePause)))
      close();
    open.push(line);
    words += length;
    if (words >= enoughWords) close();
  }
  close();
  return passages;
}

function createPassage<Line extends PassageLine>(lines: Line[]): Passage<Line> {
  const text = lines.map(({ speakerName, text: said }) => `${speakerName}: ${said}`).join('\n');
  return { lines, text, hash: createHash('sha256').update(text).digest('hex') };
}

function countWords(lines: readonly PassageLine[]): number {
  return lines.reduce((sum, { text }) => sum + (text.match(/\S+/g)?.length ?? 0), 0);
}
