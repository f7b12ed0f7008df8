/** How long something takes, taken out of a request. */
import type { SpokenText } from '../words/spoken-text.ts';

const lead = String.raw`\b(?:(?:for|of|lasting|takes?|about|around|roughly|a quick) )*`;
const patterns: [RegExp, (match: RegExpExecArray) => number][] = [
  [new RegExp(`${lead}(?:an?|1) hour and a half\\b`), () => 90],
  [new RegExp(`${lead}(\\d+) and a half hours?\\b`), (m) => Number(m[1]) * 60 + 30],
  [
    new RegExp(`${lead}(\\d+) hours? (?:and )?(\\d+) min(?:ute)?s?\\b`),
    (m) => Number(m[1]) * 60 + Number(m[2]),
  ],
  [new RegExp(`${lead}(?:an? )?half (?:an |a )?hour(?:'s)?\\b`), () => 30],
  [new RegExp(`${lead}(?:a )?quarter of an hour\\b`), () => 15],
  [new RegExp(`${lead}(?:3 )?quarters of an hour\\b`), () => 45],
  [new RegExp(`${lead}(\\d+)(?:\\.5) hours?\\b`), (m) => Number(m[1]) * 60 + 30],
  [new RegExp(`${lead}(\\d+) hours?\\b`), (m) => Number(m[1]) * 60],
  [new RegExp(`${lead}(\\d+) ?min(?:ute)?s?\\b`), (m) => Number(m[1])],
  [/\b(?:for|of|lasting|takes?) (?:about |around )?an hour\b/, () => 60],
  [/\ban hour long\b/, () => 60],
];

/** Minutes, or null. Goes before times: "for two hours" has no time in it. "in two hours" is a moment, not this. */
export function takeDuration(text: SpokenText): number | null {
  if (/\bin (?:an?|half an?|\d+) (?:hour|min)/.test(text.plain)) return null;
  for (const [pattern, minutes] of patterns) {
    const match = text.take(pattern);
    if (match) return minutes(match);
  }
  return null;
}
