/** A request without the words around it: "Nova, could you please … for me?" */
import { likeness } from '../people/match-person.ts';

/** Words that begin a sentence and say nothing. */
const openers =
  /^(?:(?:hey|hi|hello|ok|okay|so|well|um+|uh+|and|also|then|now|right|alright|all right|great|thanks|thank you|yes|please|actually|oh)\b[\s,.!:;-]*)+/i;
const politeness =
  /^(?:(?:please|kindly|(?:can|could|would|will) you(?: please| kindly)?|would you mind|(?:i|we) (?:want|need) you to|(?:i|we) would like you to|i'd like you to|we'd like you to|go ahead and|be so kind as to|let us ask you to)\b[\s,]*)+/i;
const closers =
  /(?:[\s,]+(?:please|for me|thank you|thanks|ok|okay|if you can|will you|would you|could you|can you))+[\s.?!]*$/i;

/** `request` as it was heard or typed; an asker's name before it ("Ana: …") goes too. */
export function stripAddress(request: string, persona: string, asker: string | null): string {
  let text = request.trim();
  if (asker && text.startsWith(`${asker}:`)) text = text.slice(asker.length + 1).trim();
  text = withoutOpening(text, persona);
  for (const pattern of [politeness, openers, politeness]) text = unlessAll(text, pattern);
  const last = /^(.*[^\s,])[\s,]+(\S+)$/s.exec(text.replace(/[.?!\s]+$/, ''));
  if (last?.[1] && last[2] && isName(last[2], persona)) text = last[1];
  return unlessAll(text, closers).trim();
}

/** Without what matches, unless nothing would be left: "Thank you" is all that was said. */
function unlessAll(text: string, pattern: RegExp): string {
  return text.replace(pattern, '').trim() || text;
}

/** Without greeting words and the name, which may have been heard as two words ("no va"). */
function withoutOpening(text: string, persona: string): string {
  const opened = text.replace(openers, '');
  for (const count of [1, 2, 3]) {
    const match = new RegExp(`^((?:[^\\s,.!?:;]+[\\s]+){${count - 1}}[^\\s,.!?:;]+)[\\s,.!?:;]+(?=\\S)`).exec(
      opened,
    );
    if (match?.[1] && isName(match[1], persona)) return unlessAll(opened.slice(match[0].length), openers);
  }
  return opened === '' ? text : opened;
}

const isName = (words: string, persona: string) => likeness(words, persona) > 0.7;
