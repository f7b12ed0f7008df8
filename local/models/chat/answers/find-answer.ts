/** The line that answers a question, or null where the transcript does not say. */
import type { Similarity } from '../turn.ts';
import { foldLetters } from '../words/fold-letters.ts';
import type { ReadLine } from './read-lines.ts';
import { termsOf } from './terms.ts';

export interface Answer {
  line: ReadLine;
  score: number;
  /** Share of the question's words that the line or the one before it has, rare words counting more. */
  coverage: number;
  similarity: number;
}

interface Asked {
  terms: string[];
  wants: 'person' | 'time' | 'place' | 'amount' | 'reason' | 'decision' | 'other';
  /** "What did Ben say": his lines. */
  speaker: string | null;
}

/** The text whose meaning stands for a line: with the question before it, if it answers one. */
export function meaningOf(line: ReadLine, lines: readonly ReadLine[]): string {
  const before = lines[line.at - 1];
  const answers = before?.isQuestion && before.line.speaker !== line.line.speaker && !line.isQuestion;
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
    .map((line) => scoreLine(line, asked, lines, weights, similarity(question, meaningOf(line, lines)) ?? 0))
    .sort((a, b) => b.score - a.score);
  const [best] = ranked;
  if (!best || !isAnswer(best)) return null;
  return asked.wants === 'decision' ? (decisionAbout(best, ranked, lines) ?? best) : best;
}

/** Lines behind one about the topic that may still be about it without naming it. */
const threadLines = 8;

/**
 * What was decided about the topic of `best`: it shares words with it, or follows it. The latest of those that are
 * about it as much as any: what was decided later holds.
 */
function decisionAbout(best: Answer, ranked: readonly Answer[], lines: readonly ReadLine[]): Answer | null {
  const topic = new Set(best.line.terms);
  const isNear = ({ at }: ReadLine) => at >= best.line.at && at <= best.line.at + threadLines;
  const closer = (from: number, to: number) =>
    lines.slice(from + 1, to).some(({ decides }) => decides !== null);
  const about = ranked
    .filter(({ line }) => line.decides !== null)
    .map((answer) => {
      const shared = new Set(answer.line.terms.filter((term) => topic.has(term))).size;
      const follows = isNear(answer.line) && !closer(best.line.at, answer.line.at) ? 0.6 : 0;
      const own = isAnswer(answer) ? answer.coverage : 0;
      return { answer, relevance: Math.max(own, follows, shared >= 2 ? 0.5 + 0.1 * shared : 0) };
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
  if (/\b(?:decide[ds]?|decision|agree[ds]?|conclusion|settled?)\b/.test(plain)) return 'decision';
  if (/\bhow (?:much|many|long|often|big|large|far|old)\b|\b(?:cost|price|percent|budget)\b/.test(plain))
    return 'amount';
  if (/\b(?:who|whom|whose)\b/.test(plain)) return 'person';
  if (/\bwhen\b|\bwhat (?:time|date|day)\b|\bwhich (?:day|week|month)\b|\bdeadline\b|\bby when\b/.test(plain))
    return 'time';
  if (/\bwhere\b/.test(plain)) return 'place';
  if (/\bwhy\b|\breason\b/.test(plain)) return 'reason';
  return 'other';
}

const number =
  /\d|\b(?:one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|(?:thir|four|fif|six|seven|eigh|nine)teen|twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety|hundred|thousand|million|half|third|quarter|percent|dozen|couple)\b/i;
const time =
  /\b(?:(?:mon|tues|wednes|thurs|fri|satur|sun)day|today|tomorrow|tonight|morning|afternoon|evening|noon|week|weekend|month|year|quarter|january|february|march|april|may|june|july|august|september|october|november|december|spring|summer|autumn|winter|soon|next|o'clock|minutes?|hours?|days?)\b|\d[:.]\d|\b(?:first|second|third|\w+th) of\b/i;

const fits: Record<Asked['wants'], (line: ReadLine) => boolean> = {
  person: (line) =>
    line.promises ||
    /\b(?:you|we|he|she|they) will\b|\b[A-Z][a-z]+ (?:will|can|is|does|has)\b/.test(line.line.text),
  time: (line) => time.test(line.line.text),
  amount: (line) => number.test(line.line.text),
  place: (line) => /\b(?:in|at|to|from|near|with|into) (?:the )?\w+/i.test(line.line.text),
  reason: (line) =>
    /\b(?:because|since|so|due to|reason|therefore|that is why|too|never|not)\b/i.test(line.line.text),
  decision: (line) => line.decides !== null,
  other: () => false,
};

function scoreLine(
  line: ReadLine,
  asked: Asked,
  lines: readonly ReadLine[],
  weights: (term: string) => number,
  similarity: number,
): Answer {
  const before = lines[line.at - 1];
  const isReply = before?.isQuestion === true && !line.isQuestion;
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
  const isFirm = line.decides === 'in words' ? 1 : line.decides === 'by agreement' ? 0.8 : 0;
  const score =
    0.6 * similarity +
    0.55 * coverage +
    (fits[asked.wants](line) ? 0.15 : 0) +
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
