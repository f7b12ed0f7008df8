import { asSentence, capitalised } from '../requests/as-sentence.ts';
import { mark, quote, shortened } from './quote.ts';
import type { ReadLine } from './read-lines.ts';

const openers =
  /^(?:(?:so|okay|ok|right|good|great|then|well|now|alright|all right|yes|fine|and|but|true|perfect)\b[,.!]?\s+)+/i;
const announcement =
  /^(?:(?:it|that)(?:'s| is| was| has been)|we(?:'ve| have)?|everyone(?: has)?)(?: (?:now|all|finally|hereby|just))* (?:decided|agreed|settled)(?::|,| that|, that)\s+/i;

/** What was decided as a statement, where the words allow it: "The launch moves to March". */
export function decisionStatement({ line, decides }: ReadLine): string | null {
  const plain = line.text.replace(openers, '');
  const rest = plain.replace(announcement, '');
  return decides === 'in words' && rest !== plain
    ? capitalised(shortened(rest)).replace(/[.!\s]+$/, '')
    : null;
}

/** One sentence with its citation, for an answer. */
export function wordDecision(line: ReadLine): string {
  return `${decisionStatement(line) ? 'It was decided: ' : ''}${listedDecision(line)}`;
}

/** The same where it is clear already that it is a decision. */
export function listedDecision(line: ReadLine): string {
  const statement = decisionStatement(line);
  return statement ? `${asSentence(statement)} ${mark(line)}` : quote(line);
}
