/** "I will send it tomorrow": what "it" is was said before. */
import { stemOf } from '../answers/terms.ts';
import { isActionVerb } from './action.ts';
import { nounPhrasesOf } from './noun-phrases.ts';
import type { Sentence } from './sentences.ts';

const pronoun =
  /\b(?:it|them|him|her(?! \p{L}))\b(?! (?:an?|the|our|my|some|another)\b)|\b(?:that|this|those|these|one)\b(?=\s*$|[,.!?]|\s+(?:to|by|until|before|on|with|for|in|from|over|out|up|off|and|when|once|after|at|into|down|tomorrow|today|there|directly|myself|as|too|again)\b)/iu;
/** "Order one": of what was named with "a". */
const one = /\b(?<!this |that )one\b/i;
/** Who or what "them" and "him" are is seldom the last thing that was named. */
const persons = /\b(?:them|him|her)\b/i;
/** Sentences before it in which the same deed, or else the thing, is looked for. */
const reach = { deed: 5, thing: 2, topic: 4 };
/** "What about the new microphone?" */
const raised = /\b(?:what|how) about (?<thing>(?:the|our|a|an) [^,.?!]+)\?/i;

export const pointsBack = (words: string): boolean => pronoun.test(words);

/** The same words with the thing in the place of the pronoun, where it is clear enough. */
export function namePointed(words: string, at: number, sentences: readonly Sentence[]): string {
  if (!pronoun.test(words)) return words;
  const before = (count: number) => sentences.slice(Math.max(0, at - count), at).reverse();
  const [verb = ''] = words.split(' ');
  for (const { said } of isActionVerb(verb) ? before(reach.deed) : []) {
    const thing = thingBehind(said, verb);
    if (thing) return words.replace(pronoun, thing);
  }
  if (persons.test(words)) return words;
  const isOne = one.test(words);
  for (const { text } of before(reach.thing)) {
    const thing = nounPhrasesOf(text).find(
      (phrase) =>
        !/^(?:my|your|his|her|their)\b/.test(phrase.text) &&
        (!isOne || /^(?:an?|new|another) /.test(phrase.text)),
    );
    // What a sentence is about stands first in it.
    if (thing) return words.replace(pronoun, thing.text.replace(/^new /, 'a new '));
  }
  return nameTopic(words, at, sentences);
}

/** The same words with what was asked about last in the place of the pronoun. */
export function nameTopic(words: string, at: number, sentences: readonly Sentence[]): string {
  const recent = sentences.slice(Math.max(0, at - reach.topic), at);
  const topic = recent.map(({ said }) => raised.exec(said)?.groups?.thing).findLast(Boolean);
  return topic && !persons.test(words) ? words.replace(pronoun, topic) : words;
}

/** "Who writes the sign?" is where "I'll write it" has its thing from. */
function thingBehind(said: string, verb: string): string | null {
  for (const word of said.matchAll(/\p{L}+/gu)) {
    if (stemOf(word[0].toLowerCase()) !== stemOf(verb.toLowerCase())) continue;
    const behind = said.slice(word.index + word[0].length).trim();
    const [thing] = nounPhrasesOf(behind);
    if (thing && behind.toLowerCase().startsWith(thing.text.toLowerCase())) return thing.text;
  }
  return null;
}
