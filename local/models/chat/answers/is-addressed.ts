import { likeness } from '../people/match-person.ts';
import type { NameLikeness } from '../people/remember-likeness.ts';

/** Begins or ends with the name. */
export function isAddressed(text: string, persona: string, alike: NameLikeness = likeness): boolean {
  const words = text.match(/[\p{L}\p{N}'’]+/gu) ?? [];
  const openers = /^(?:hey|hi|hello|ok|okay|so|and|well|please|thanks|thank|you)$/i;
  const start = words.findIndex((word) => !openers.test(word));
  const isName = (...heard: (string | undefined)[]) => alike(heard.join(' '), persona) >= 0.9;
  return isName(words[start]) || isName(words[start], words[start + 1]) || isName(words.at(-1));
}
