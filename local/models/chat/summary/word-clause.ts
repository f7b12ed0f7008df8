import { shortened } from '../answers/quote.ts';
import { capitalised } from '../requests/as-sentence.ts';
import { isActionVerb } from './action.ts';

const lead =
  /^(?:(?:we change the plan:|so|then|that|to|just|now|also|maybe|please|actually|therefore|okay|and|we say)[,:]?\s+)+/i;
const tail =
  /(?:[\s,]+(?:then|okay|ok|right|please|everyone|everybody|i think|i guess|to be honest|honestly|for now|if (?:that's|that is|it's) (?:ok|okay|fine|all right)(?: with (?:you|everyone|everybody))?|as (?:i said|discussed|planned)|agreed|all right|alright|decided|settled|as well|too))+$/i;
/** Why it was decided is no part of it. */
const because = /,? because\b.*$/i;
const hasSubject =
  /^(?:we|i|you|they|it|he|she|there|everyone|everybody|nobody|no one|all|each|the|a|an|our|this|that|these|those|my|your|\p{L}+(?: \p{L}+){0,3} (?:is|are|will|moves?|stays?|goes|gets?|has|starts?|costs?|takes?|becomes?))\b/iu;
const plainVerb = /^(?:not |also |just |all |now )*(?<verb>\p{L}+)\b/u;
const moreVerbs =
  /^(?:go|keep|do|stay|stick|try|let|opt|agree|commit|leave|reject|adopt|stop|wait|refuse|settle|have|begin|continue)$/i;

/** A decision as a statement: "Let us take the hall" is "We take the hall". */
export function wordClause(clause: string): string {
  let words = clause.replace(lead, '').replace(because, '').replace(tail, '').trim();
  words = words
    .replace(/^(?:let's|let us)\s+/i, 'we ')
    .replace(/^we(?:'re| are) going (?=(?:ahead )?with\b)/i, 'we go ')
    .replace(/^we should\s+/i, 'we ');
  const verb = plainVerb.exec(words)?.groups?.verb ?? '';
  // "Train." alone is a thing.
  const isDeed = words.includes(' ') && (isActionVerb(verb) || moreVerbs.test(verb));
  if (!hasSubject.test(words) && isDeed) words = `we ${words}`;
  return capitalised(shortened(words)).replace(/[.,!\s]+$/, '');
}
