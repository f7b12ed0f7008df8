import { say, type Turn } from '../turn.ts';
import type { SpokenText } from '../words/spoken-text.ts';
import { asSentence } from './as-sentence.ts';

const verb = String.raw`^(?:write(?: it)? down|note(?: down)?|record|log|document|minute|register|put(?: it)? on (?:the )?record|put down|put in the (?:notes|minutes)|capture|make a note|take a note|add to the (?:notes|minutes)|keep a record|mark down|save|store)\b`;
const decided = String.raw`(?:we|they|the team|everyone|everybody|it(?:'s| is| was| has been)?)(?: have| has| had| all| both| now| finally| just)* (?:decided|agreed|settled|resolved)\b`;
const that = new RegExp(
  `${verb}(?: (?:of|for))?(?: (?:the fact )?that)? ${decided}(?: (?:that|on|upon))?(?: (to))? ?`,
);
const noun = new RegExp(
  `${verb}(?: (?:of|a|an|the|this|that|our|following|new|as|last|final))* decisions?\\b(?: (?:we (?:just )?(?:made|took|reached)|just now))?(?: (?:that|is|about|on|regarding))?(?: (to))? ?`,
);

/** `latest` is what was decided last, for "record that decision". */
export function readRecordDecision(text: SpokenText, latest: () => string | null): Turn | null {
  const match = text.take(that) ?? text.take(noun);
  if (!match) return null;
  const said = text.rest();
  if (/\p{L}{2}/u.test(said)) {
    const words = match[1] === 'to' ? `We will ${said}` : said;
    return { kind: 'call', tool: 'recordDecision', arguments: { text: asSentence(words) } };
  }
  const decision = latest();
  if (decision) return { kind: 'call', tool: 'recordDecision', arguments: { text: asSentence(decision) } };
  return say('Which decision shall I record?');
}

const statement = new RegExp(`${verb} that `);

/** "Note that we launch in May": goes behind tasks, which begin alike ("note that Ben has to …"). */
export function readRecordStatement(text: SpokenText): Turn | null {
  if (!text.take(statement)) return null;
  const said = text.rest();
  if (!/\p{L}{2}/u.test(said)) return say('Which decision shall I record?');
  return { kind: 'call', tool: 'recordDecision', arguments: { text: asSentence(said) } };
}
