/** "I will send it tomorrow": what "it" is was said before. */
import { isActionVerb } from './action.ts';
import { nounPhrasesOf } from './noun-phrases.ts';
import type { Sentence } from './sentences.ts';

const pronoun =
  /\b(?:it|them|him|her(?! \p{L}))\b(?! (?:an?|the|our|my|some|another)\b)|\b(?:that|this|those|these|one)\b(?=\s*$|[,.!?]|\s+(?:to|by|until|before|on|with|for|in|from|over|out|up|off|and|when|once|after|at|into|down|tomorrow|today|there|directly|myself)\b)/iu;
/** Sentences before it in which the thing is looked for. */
const reach = 2;

export const pointsBack = (words: string): boolean => pronoun.test(words);

/** The same words with the thing in the place of the pronoun, where it is clear enough. */
export function namePointed(words: string, at: number, sentences: readonly Sentence[]): string {
  if (!pronoun.test(words)) return words;
  const [verb = ''] = words.split(' ');
  const sameVerb = new RegExp(`\\b(${verb}\\s+[^.?!,]+)`, 'i');
  for (const { said } of sentences.slice(Math.max(0, at - reach), at).reverse()) {
    const whole = isActionVerb(verb) ? sameVerb.exec(said)?.[1] : undefined;
    if (whole && !pronoun.test(whole)) return whole;
  }
  if (/\b(?:him|her)\b/i.test(words)) return words;
  for (const { text } of sentences.slice(Math.max(0, at - reach), at).reverse()) {
    const thing = nounPhrasesOf(text).at(-1);
    if (thing) return words.replace(pronoun, thing.text);
  }
  return words;
}
