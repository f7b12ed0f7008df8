import { foldLetters } from '../../../../lib/fold-letters.ts';
import { likeness } from '../people/match-person.ts';
import type { ReadLine } from './read-lines.ts';

const idle =
  /\b(?:i (?:can|could|will|'ll)? ?(?:hear|see|think|believe|guess|say|tell you|be (?:back|late|right))|i can (?:not|'t)|i'll be)\b/i;
const request = /\b(?:can|could|will|would) you\b|\bplease\b/i;
const duty = /\b(?:should|will|has to|needs to|takes)\b/;
const assent =
  /^(?:yes|yeah|sure|okay|ok|of course|i will|i can|will do|no problem|gladly|certainly|absolutely|right|done|all right|alright)\b/i;

/** What someone promised to do: "I will …", or yes to "Ben, can you …?"; of such a pair the fuller line. */
export function listPromises(lines: readonly ReadLine[], person: string): ReadLine[] {
  const found: ReadLine[] = [];
  for (const line of lines) {
    if (line.line.speaker !== person) {
      if (isGivenTo(person, line, lines)) found.push(line);
      continue;
    }
    if (!line.promises || line.isQuestion || idle.test(line.line.text)) continue;
    const before = found.at(-1);
    // "I will" alone says less than the request before it.
    if (line.terms.length === 0) continue;
    const isReply =
      before !== undefined &&
      before.line.speaker !== person &&
      (line.at - before.at === 1 || before.terms.some((term) => line.terms.includes(term)));
    if (isReply) found.pop();
    found.push(line);
  }
  return found;
}

function isGivenTo(person: string, line: ReadLine, lines: readonly ReadLine[]): boolean {
  const { text } = line.line;
  if (!request.test(text) && !duty.test(text)) return false;
  if (!isNamed(person, text)) return false;
  if (!line.asks) return true;
  const answer = lines.slice(line.at + 1, line.at + 3).find((each) => each.line.speaker === person);
  return answer !== undefined && assent.test(answer.line.text);
}

/** By a word with a capital, or by the first one. */
function isNamed(person: string, text: string): boolean {
  const [first = ''] = foldLetters(text).match(/[\p{L}'-]+/gu) ?? [];
  return [...(text.match(/\p{Lu}\p{L}+/gu) ?? []), first].some((name) => likeness(name, person) > 0.9);
}
