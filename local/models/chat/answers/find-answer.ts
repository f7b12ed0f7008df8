/** The line that answers a question, or null where the transcript does not say. */

import { foldLetters } from '../../../../lib/fold-letters.ts';
import type { Similarity } from '../turn.ts';
import type { ReadLine } from './read-lines.ts';
import { termsOf } from './terms.ts';

export interface Answer {
  line: ReadLine;
  score: number;
  /** Share of the question's words that the line or the one before it has, rare words counting more. */
  coverage: number;
  similarity: number;
}

export interface Asked {
  terms: string[];
  wants: 'person' | 'time' | 'place' | 'amount' | 'reason' | 'decision' | 'other';
  /** "What did Ben say": his lines. */
  speaker: string | null;
}

/** The text whose meaning stands for a line: with the question before it, if it answers one. */
export function meaningOf(line: ReadLine, lines: readonly ReadLine[]): string {
  const before = lines[line.at - 1];
  const answers = before?.asks && before.line.speaker !== line.line.speaker && !line.isQuestion;
  return answers ? `${before.line.text} ${line.line.text}` : line.line.text;
}

export function findAnswer(
  question: string,
  lines: readonly ReadLine[],
  similarity: Similarity,
): Answer | null {
  const asked = readQuestion(question, lines);
  const weights = weighTerms(lines);
  const ranked = lines
    .filter((line) => fits[asked.wants](line, asked))
    .map((line) => scoreLine(line, asked, lines, weights, similarity(question, meaningOf(line, lines)) ?? 0))
    .sort((a, b) => b.score - a.score);
  const [best] = ranked;
  if (!best || !isAnswer(best)) return null;
  if (asked.wants === 'reason') return reasonBehind(best, ranked);
  return asked.wants === 'decision' ? (decisionAbout(best, ranked, lines) ?? best) : best;
}

/** "That is because …" stands behind what it explains, and does not name it. */
function reasonBehind(best: Answer, ranked: readonly Answer[]): Answer {
  if (reason.test(best.line.line.text)) return best;
  const explains = ({ line }: Answer) =>
    line.at > best.line.at && line.at <= best.line.at + 3 && reason.test(line.line.text);
  return ranked.find(explains) ?? best;
}

/** Points to what was said before. */
const pointing = /\b(?:it|one|them|this)\b/i;
/** Lines behind one about the topic that may still be about it without naming it. */
const threadLines = 8;

/**
 * What was decided about the topic of `best`: it shares words with it, or follows it. The latest of those that are
 * about it as much as any: what was decided later holds.
 */
function decisionAbout(best: Answer, ranked: readonly Answer[], lines: readonly ReadLine[]): Answer | null {
  const topic = new Set(best.line.terms);
  const follows = ({ line }: ReadLine, terms: readonly string[], between: readonly ReadLine[]) =>
    !between.some(({ decides }) => decides !== null) &&
    (pointing.test(line.text.replace(/\bit is (?:decided|agreed)/i, '')) ||
      between.some((other) => !other.leadsToDecision && other.terms.some((term) => terms.includes(term))) ||
      terms.some((term) => topic.has(term)));
  const about = ranked
    .filter(({ line }) => line.decides !== null)
    .map((answer) => {
      const shared = new Set(answer.line.terms.filter((term) => topic.has(term))).size;
      const { at, terms } = answer.line;
      const isNear = at > best.line.at && at <= best.line.at + threadLines;
      const isBehind = isNear && follows(answer.line, terms, lines.slice(best.line.at + 1, at));
      const own = isAnswer(answer) ? answer.coverage : 0;
      return { answer, relevance: Math.max(own, isBehind ? 0.6 : 0, shared >= 2 ? 0.5 + 0.1 * shared : 0) };
    })
    .filter(({ relevance }) => relevance > 0);
  const most = Math.max(...about.map(({ relevance }) => relevance));
  return (
    about
      .filter(({ relevance }) => relevance >= most - 0.35)
      .sort((a, b) => b.answer.line.at - a.answer.line.at)[0]?.answer ?? null
  );
}

export function readQuestion(question: string, lines: readonly ReadLine[]): Asked {
  const plain = foldLetters(question);
  const speakers = [...new Set(lines.map(({ line }) => line.speaker))];
  const said =
    /\b(?:did|does|has) (\S+(?: \S+)?) (?:say|said|think|mean|tell|mention|suggest|propose|report|answer|want|like|not|need|hope|worry|fear)/.exec(
      plain,
    );
  const speaker = speakers.find(
    (name) =>
      said?.[1] &&
      foldLetters(name)
        .split(' ')
        .some((part) => said[1]?.split(' ').includes(part)),
  );
  return { terms: [...new Set(termsOf(question))], wants: wantedBy(plain), speaker: speaker ?? null };
}

function wantedBy(plain: string): Asked['wants'] {
  const kinds: [RegExp, Asked['wants']][] = [
    [/\b(?:decide[ds]?|decision|agree[ds]?|conclusion|settled?|outcome)\b/, 'decision'],
    [/\bhow (?:much|many|long|often|big|large|far|old|high)\b/, 'amount'],
    [/\b(?:who|whom|whose)\b/, 'person'],
    [/\bwhen\b|\b(?:what|which) (?:time|date|day|week|month|year)\b|\bdeadline\b/, 'time'],
    [/\bwhere\b/, 'place'],
    [/\bwhy\b|\breason\b/, 'reason'],
    [/\b(?:costs?|prices?|percent)\b/, 'amount'],
  ];
  return kinds.find(([pattern]) => pattern.test(plain))?.[1] ?? 'other';
}

const number =
  /\d|\b(?:two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|(?:thir|four|fif|six|seven|eigh|nine)teen|twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety|hundred|thousand|million|half|third|quarter|percent|dozen|couple|once|twice|double|nothing|nobody|none|free|both|every|daily|weekly|monthly|one (?=hour|day|week|month|year|minute|person|thing|of))\b/i;
const time =
  /\b(?:(?:mon|tues|wednes|thurs|fri|satur|sun)days?|today|tomorrow|tonight|yesterday|morning|afternoon|evening|noon|weeks?|weekends?|months?|years?|quarter|january|february|march|april|may|june|july|august|september|october|november|december|spring|summer|autumn|winter|soon|later|now|before|after|until|next|o'clock|minutes?|hours?|days?)\b|\d[:.]\d|\b(?:first|second|third|\w+(?:th|st|nd|rd)) of\b|\bthe \w+(?:th|first|second|third)\b/i;
const exactTime =
  /\d|\b(?:(?:mon|tues|wednes|thurs|fri|satur|sun)day|tomorrow|tonight|today|january|february|march|april|may|june|july|august|september|october|november|december)\b/i;
export const reason =
  /\b(?:because|since (?=we|they|it|he|she|you|there|i\b)|due to|reason|that is why|that's why|therefore|otherwise)\b/i;

/** Whether a line can be the answer at all, by the kind of thing that was asked for. */
export const fits: Record<Asked['wants'], (line: ReadLine, asked: Asked) => boolean> = {
  person: (line, { terms }) =>
    line.promises ||
    /\b(?:you|we) will\b|\b(?:me|i am)[.!]?$/i.test(line.line.text) ||
    namesOf(line).some((name) => !terms.includes(name)),
  time: (line) => time.test(line.line.text),
  amount: (line) => number.test(line.line.text),
  place: (line) => /\b(?:in|at|to|from|near|with|into|on) (?:the )?\w+/i.test(line.line.text),
  reason: () => true,
  decision: () => true,
  other: () => true,
};

/** Words with a capital in the middle of a sentence, and the first word before a verb: "Ben will", "Ben from sales will". */
function namesOf({ line }: ReadLine): string[] {
  const inside = line.text.match(/(?<=[\p{L}\p{N},] )\p{Lu}\p{L}+/gu) ?? [];
  const first =
    /^(\p{Lu}\p{L}+),? (?:(?:from|of|in|at|and) (?:\p{L}+ ){1,4})?(?:will|can|could|is|does|has|should|please)\b/u.exec(
      line.text,
    )?.[1] ?? '';
  return termsOf([...inside, first].join(' '));
}

function scoreLine(
  line: ReadLine,
  asked: Asked,
  lines: readonly ReadLine[],
  weights: (term: string) => number,
  similarity: number,
): Answer {
  const before = lines[line.at - 1];
  const isReply = before?.asks === true && !line.isQuestion;
  // "I will order it": what it is was said some lines before.
  const reach = /\b(?:it|that|this|them|one|him|her)\b/i.test(line.line.text) ? threadLines : 2;
  const near = new Set(lines.slice(Math.max(0, line.at - reach), line.at).flatMap(({ terms }) => terms));
  const own = new Set(line.terms);
  const speaker = termsOf(line.line.speaker);
  let covered = 0;
  let total = 0;
  for (const term of asked.terms) {
    const weight = weights(term);
    total += weight;
    if (own.has(term) || ((line.promises || asked.speaker === line.line.speaker) && speaker.includes(term)))
      covered += weight;
    else if (near.has(term)) covered += weight * (isReply ? 0.8 : 0.4);
    else if (speaker.includes(term)) covered += weight * 0.5;
  }
  const coverage = total === 0 ? 0 : covered / total;
  const isFirm = line.decides === null ? 0 : line.decides.isAnnounced ? 1 : 0.8;
  const score =
    0.6 * similarity +
    0.55 * coverage +
    (line.promises && asked.wants === 'person' ? 0.15 : 0) +
    (asked.wants === 'time' && exactTime.test(line.line.text) ? 0.15 : 0) +
    (asked.wants === 'reason' && reason.test(line.line.text) ? 0.3 : 0) +
    isFirm * (asked.wants === 'decision' ? 0.3 : 0.1) +
    (asked.speaker === line.line.speaker ? 0.3 : 0) +
    0.08 * (line.at / Math.max(1, lines.length)) -
    (line.isQuestion ? 0.25 : 0) -
    (line.terms.length < 2 && !isReply ? 0.2 : 0);
  return { line, score, coverage, similarity };
}

/** Below these the line is about something else. */
function isAnswer({ coverage, similarity }: Answer): boolean {
  return coverage + similarity >= 0.9 || (coverage >= 0.45 && similarity >= 0.25) || similarity >= 0.6;
}

/** Words of few lines tell more than words of many; words that no line has tell most: the question hangs on them. */
function weighTerms(lines: readonly ReadLine[]): (term: string) => number {
  const counts = new Map<string, number>();
  for (const { terms } of lines)
    for (const term of new Set(terms)) counts.set(term, (counts.get(term) ?? 0) + 1);
  return (term) => Math.log(1 + (lines.length + 1) / ((counts.get(term) ?? 0) + 1));
}
