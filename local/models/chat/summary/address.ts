/** Whom a sentence speaks to by name: "Chloe, can you …", "When can you finish it, Ben?" */
import { likeness } from '../people/match-person.ts';
import type { NameLikeness } from '../people/remember-likeness.ts';

export interface Address {
  /** As they are called in the meeting; null where nobody is named, or two people could be meant. */
  to: string | null;
  /** The sentence without the name. */
  said: string;
}

const openers =
  /^(?:(?:hey|hi|hello|okay|ok|so|and|well|thanks|thank you|great|good|right|alright|all right|perfect|yes|no|but|now|then|also|actually|maybe|please)\b[\s,.!-]*)*/i;
/** What stands behind a name that is spoken to, where no comma does. */
const spokenTo =
  /^(?:(?:can|could|would|will|do|did|are|have|were|may) you|please|you|your|what|when|how|where|why|which|(?:the|your) .+ (?:is|are) (?:still )?(?:missing|outstanding|overdue|not done|not finished)|i(?:'d| would) like you|i (?:need|want) you|any (?:news|update)|go ahead)\b/i;
/** Names that are ordinary words too; they need the comma. */
const alsoWords =
  /^(?:will|mark|may|grace|hope|rose|bill|chase|art|drew|sue|pat|rich|jack|frank|june|april|august|dawn|joy|ray|rob|nick|miles|don|penny|summer|faith|max|gene|guy|lane|reed|ward)$/i;
/** Of a name as it was heard; less is another word. */
const sameName = 0.9;

export function readAddress(
  text: string,
  people: readonly string[],
  alike: NameLikeness = likeness,
): Address {
  return atStart(text, people, alike) ?? atEnd(text, people, alike) ?? { to: null, said: text };
}

/** The one person whom a word or two name. */
export function personNamed(
  heard: string,
  people: readonly string[],
  alike: NameLikeness = likeness,
): string | null {
  const meant = people.filter((name) => alike(heard, name) > sameName);
  if (meant.length < 2) return meant[0] ?? null;
  const exact = meant.filter((name) => alike(heard, name) === 1 || startsWith(name, heard));
  return exact.length === 1 ? (exact[0] ?? null) : null;
}

const startsWith = (name: string, heard: string) =>
  name.toLowerCase().split(' ').includes(heard.toLowerCase());

function atStart(text: string, people: readonly string[], alike: NameLikeness): Address | null {
  const opened = text.replace(openers, '');
  for (const count of [2, 1]) {
    const match = new RegExp(
      `^([\\p{L}'’.-]+(?: [\\p{L}'’.-]+){${count - 1}})(,|\\s|[.:!?-]+\\s)\\s*(.*)$`,
      'su',
    ).exec(opened);
    const [, heard = '', mark = '', rest = ''] = match ?? [];
    if (!match || rest === '') continue;
    const to = personNamed(heard.replace(/[.]$/, ''), people, alike);
    if (to === null) continue;
    const isMarked = mark !== ' ' || heard.endsWith('.');
    if (isMarked || (!alsoWords.test(heard) && spokenTo.test(rest))) return { to, said: rest };
  }
  return null;
}

function atEnd(text: string, people: readonly string[], alike: NameLikeness): Address | null {
  const match = /^(.*?)(,?)\s+([\p{L}'’-]+)([.?!]*)$/su.exec(text);
  const [, before = '', comma, heard = '', mark = ''] = match ?? [];
  if (!match || before.split(' ').length < 2) return null;
  const to = personNamed(heard, people, alike);
  if (to === null) return null;
  const isMarked =
    comma === ',' ||
    (/\byou(?:r|'re)?\b/i.test(before) && (mark === '' || mark.startsWith('?')) && !alsoWords.test(heard));
  return isMarked && !/\b(?:and|or|with|to|for|from|of|by|ask|tell)$/i.test(before)
    ? { to, said: `${before}${mark}` }
    : null;
}
