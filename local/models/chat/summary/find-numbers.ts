/** Sentences with a number that people will look for again: money, shares, amounts. */
import type { BriefLine } from '../../../../lib/assistant-brief.ts';
import { asSentence } from '../requests/as-sentence.ts';
import { openers } from './read-promise.ts';
import type { Sentence } from './sentences.ts';

export interface FoundNumber {
  text: string;
  lines: BriefLine[];
}

const mostNumbers = 10;
const digits = String.raw`(?:\d[\d.,]*|(?:(?:a|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|\p{L}+teen|twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety|half a)[ -])*(?:one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|thirteen|fourteen|fifteen|sixteen|seventeen|eighteen|nineteen|twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety|hundred|thousand|million|billion|dozen))`;
/** The more telling kind first. */
const kinds: [RegExp, number][] = [
  [
    new RegExp(
      `${digits}(?: (?:and|hundred|thousand|million|billion|point|\\p{L}+))*? (?:euros?|dollars?|pounds?|francs?|cents?|pence|kroner|rupees|bucks|grand)\\b|[€$£]\\s?\\d`,
      'iu',
    ),
    4,
  ],
  [new RegExp(`${digits} ?(?:percent|per cent|%)|\\d ?%`, 'iu'), 4],
  [/\b(?:hundred|thousand|million|billion)\b/i, 3],
  [
    /\b(?:doubled|tripled|halved|twice as|three times as|a (?:third|quarter|half) of|half of (?:the|our)|two thirds|three quarters)\b/i,
    2,
  ],
  [
    new RegExp(
      `${digits} (?:hours?|seconds?|minutes?|kilos?|kilograms?|grams?|tons?|litres?|liters?|met(?:er|re)s?|kilomet(?:er|re)s?|miles|square|degrees|megabytes?|gigabytes?|milliseconds?)\\b`,
      'iu',
    ),
    2,
  ],
  [new RegExp(`\\b${digits} (?:\\p{L}+ ){0,2}\\p{L}{3,}s\\b`, 'iu'), 1],
  [/\b\d{2,}\b/, 1],
];
/** Numbers that count nothing: times, dates, "one thing", "two minutes late". */
const noNumber =
  /\bi(?:'ve| have)? (?:only )?(?:have |got )?\p{L}+ (?:minutes?|seconds?)\b|\b(?:(?:two|three|five|ten|a few) (?:minutes?|seconds?) (?:late|left|break|early)|(?:one|two|three) (?:more )?(?:things?|points?|topics?|questions?|seconds?|options?|ways?)\b)|\b(?:at|by|around|until|before|after|from) (?:one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|\d{1,2}(?::\d\d)?)\b(?! ?(?:percent|per cent|%|point|euros?|dollars?|pounds?|cents?|hundred|thousand|million|\p{L}+s\b))(?: ?(?:o'clock|am|pm|a\.m|p\.m))?|\b(?:one|two) (?:of|\p{L}+s?\b)(?! (?:hundred|thousand|million))|\b(?:first|second|third|fourth|fifth) of\b|\bin (?:\d+|a|one|two|three|four|five|six) (?:days?|weeks?|months?)\b|\b(?:the |every )?(?:one|two) (?:of us|of them|weeks?|days?|months?)\b|\b(?:19|20)\d\d\b|\b(?:january|february|march|april|may|june|july|august|september|october|november|december) \d+/giu;

export function findNumbers(sentences: readonly Sentence[]): FoundNumber[] {
  return sentences
    .map((sentence) => ({ sentence, score: sentence.asks ? 0 : telling(sentence.said) }))
    .filter(({ score, sentence }) => score > 0 && sentence.terms.length > 1)
    .sort((a, b) => b.score - a.score || a.sentence.at - b.sentence.at)
    .slice(0, mostNumbers)
    .sort((a, b) => a.sentence.at - b.sentence.at)
    .map(({ sentence: { said, lines } }) => ({
      text: asSentence(said.replace(openers, '')),
      lines: [...lines],
    }));
}

function telling(said: string): number {
  const plain = said.replace(noNumber, ' ');
  return kinds.find(([pattern]) => pattern.test(plain))?.[1] ?? 0;
}
