import { shortened } from '../answers/quote.ts';
import { capitalised } from '../requests/as-sentence.ts';

const lead =
  /^(?:(?:so|then|that|to|just|now|also|maybe|please|actually|therefore|okay|and|we say)[,:]?\s+)+/i;
const tail =
  /(?:[\s,]+(?:then|okay|ok|right|please|everyone|everybody|i think|i guess|for now|if (?:that's|that is|it's) (?:ok|okay|fine|all right)(?: with (?:you|everyone|everybody))?|as (?:i said|discussed|planned)|agreed|all right|alright|decided|settled))+$/i;
const hasSubject =
  /^(?:we|i|you|they|it|he|she|there|everyone|everybody|nobody|no one|all|each|the|a|an|our|this|that|these|those|my|your|\p{L}+(?: \p{L}+){0,3} (?:is|are|will|moves?|stays?|goes|gets?|has|starts?|costs?|takes?|becomes?))\b/iu;
const bareVerb = /^(?:not )?\p{Ll}/u;

/** A decision as a statement: "Let us take the hall" is "We take the hall". `isPlan`: its subject may be missing. */
export function wordClause(clause: string, isPlan: boolean): string {
  let words = clause.replace(lead, '').replace(tail, '').trim();
  words = words
    .replace(/^(?:let's|let us)\s+/i, 'we ')
    .replace(/^we(?:'re| are) going (?=(?:ahead )?with\b)/i, 'we go ')
    .replace(/^we should\s+/i, 'we ');
  if (
    isPlan &&
    !hasSubject.test(words) &&
    bareVerb.test(words) &&
    !/^(?:about|in|on|at|by|for|with|from)\b/i.test(words) &&
    !/^\p{L}+ing\b/iu.test(words)
  )
    words = `we ${words}`;
  return capitalised(shortened(words)).replace(/[.,!\s]+$/, '');
}
