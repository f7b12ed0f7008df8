/**
 * A transcript as sentences: speech to text ends a line where somebody breathes, so a sentence may stand in two lines
 * and a line may hold two.
 */
import type { BriefLine } from '../../../../lib/assistant-brief.ts';
import { foldLetters } from '../../../../lib/fold-letters.ts';
import { isAddressed } from '../answers/is-addressed.ts';
import { isQuestion } from '../answers/is-question.ts';
import { termsOf } from '../answers/terms.ts';
import { rememberLikeness } from '../people/remember-likeness.ts';
import { readAddress } from './address.ts';
import { joinLines, type Turn } from './join-lines.ts';

export interface Sentence {
  /** Place among the sentences, from 0. */
  at: number;
  speaker: string;
  /** As it was said, without the sounds of hesitation. */
  text: string;
  /** The same without the name of the one who is spoken to. */
  said: string;
  to: string | null;
  /** The lines it stands in; at least one. */
  lines: readonly BriefLine[];
  terms: string[];
  asks: boolean;
  /** The AI participant spoke, or was spoken to, since the sentence before: "Yes" may be meant for it. */
  afterAssistant: boolean;
}

/** Leaves out what the AI participant said and what was said to it: neither tells what people meant. */
export function cutSentences(
  lines: readonly BriefLine[],
  { persona, people }: { persona: string; people: readonly string[] },
): Sentence[] {
  const others = people.filter((name) => name !== persona);
  const alike = rememberLikeness();
  const joint = jointOf(others);
  const sentences: Sentence[] = [];
  let afterAssistant = false;
  /** Who is speaking with the AI participant, until they speak of something else. */
  let withAssistant: { speaker: string; line: BriefLine | null } | null = null;
  let lastHuman: string | null = null;
  for (const turn of joinLines(lines)) {
    if (turn.speaker === persona) {
      afterAssistant = true;
      // What it asks back is answered by the one who asked it.
      withAssistant = turn.text.trim().endsWith('?') && lastHuman ? { speaker: lastHuman, line: null } : null;
      continue;
    }
    lastHuman = turn.speaker;
    for (const { text, from, to: end } of cutTurn(turn, joint)) {
      const cited = turn.spans.filter((span) => span.from < end && span.to > from).map(({ line }) => line);
      const [line] = cited;
      if (!line) continue;
      const { to, said } = readAddress(
        text,
        others.filter((name) => name !== turn.speaker),
        alike,
      );
      const goesOn: boolean =
        withAssistant?.speaker === turn.speaker &&
        (withAssistant.line === null || withAssistant.line === line) &&
        to === null &&
        !/^(?:i|we)(?:'ll| will)\b/i.test(said);
      if (goesOn || isAddressed(text, persona, alike)) {
        afterAssistant = true;
        // "Nova?" alone: the question comes next.
        withAssistant = { speaker: turn.speaker, line: termsOf(text).length <= 1 ? null : line };
        continue;
      }
      withAssistant = null;
      sentences.push({
        at: sentences.length,
        speaker: turn.speaker,
        text,
        said,
        to,
        lines: cited,
        terms: termsOf(said),
        asks: isQuestion(text),
        afterAssistant,
      });
      afterAssistant = false;
    }
  }
  return sentences;
}

const abbreviation = /\b(?:dr|mr|mrs|ms|st|no|prof|vs|approx|etc|e\.g|i\.e)\.$/i;
const clock = /\b[ap]\.m\.$/i;

interface Piece {
  text: string;
  from: number;
  to: number;
}

/** Sentences of a turn, and the parts of one that promise or ask for several things. */
function cutTurn({ text }: Turn, joint: RegExp): Piece[] {
  const pieces: Piece[] = [];
  let from = 0;
  const cut = (to: number) => {
    if (text.slice(from, to).trim() !== '') pieces.push({ text: text.slice(from, to).trim(), from, to });
    from = to;
  };
  for (const end of text.matchAll(/[.!?…]+(?=\s|$)/g)) {
    const to = end.index + end[0].length;
    const isClock = clock.test(text.slice(from, to)) && /^\s+\p{Ll}/u.test(text.slice(to));
    if (!isClock && !abbreviation.test(text.slice(from, to))) cut(to);
  }
  cut(text.length);
  return pieces.flatMap((piece) => cutClauses(piece, joint));
}

/** Where "I will …, and Ben will …" falls into two. */
function jointOf(people: readonly string[]): RegExp {
  const parts = people.flatMap((name) => [...name.split(' '), ...foldLetters(name).split(' ')]);
  const names = [...new Set(parts.filter((each) => each.length > 1))];
  const name =
    names.length === 0 ? '(?!)' : `(?:${names.map((each) => each.replace(/[^\p{L}'-]/gu, '.')).join('|')})`;
  return new RegExp(
    `,?\\s+(?:and then|and also|and|but|so|then|also)\\s+(?=i(?:'ll| will| am going to|'m going to)\\s|${name},? (?:will|can you|could you|will you|would you|please|you|should)\\b)|\\s+(?=${name},? (?:can|could|will|would) you\\b)`,
    'giu',
  );
}

function cutClauses(piece: Piece, joint: RegExp): Piece[] {
  const cuts = [...piece.text.matchAll(joint)].filter(({ index }) => index > 3);
  const pieces: Piece[] = [];
  let from = 0;
  for (const each of cuts) {
    pieces.push(part(piece, from, each.index));
    from = each.index + each[0].length;
  }
  pieces.push(part(piece, from, piece.text.length));
  return pieces;
}

const part = ({ text, from: base }: Piece, from: number, to: number): Piece => ({
  text: text.slice(from, to).replace(/[,;\s]+$/, ''),
  from: base + from,
  to: base + to,
});
