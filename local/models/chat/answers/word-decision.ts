import { asSentence } from '../requests/as-sentence.ts';
import { mark, quote, shortened } from './quote.ts';
import type { ReadLine } from './read-lines.ts';

/** One sentence with its citation, for an answer. */
export function wordDecision(line: ReadLine): string {
  return line.decides ? `It was decided: ${listedDecision(line)}` : quote(line);
}

/** The same where it is clear already that it is a decision. */
export function listedDecision(line: ReadLine): string {
  return line.decides ? `${asSentence(shortened(line.decides.text))} ${mark(line)}` : quote(line);
}
