/** The people in a stretch of words such as "Ben, Chloe and the others". */
import { matchPerson } from './match-person.ts';

export interface Present {
  /** Everyone who may be meant, as they are called in the meeting. */
  people: readonly string[];
  asker: string | null;
}

export type PeopleReading =
  | { kind: 'people'; names: string[] }
  /** Not in the meeting; as it was said. */
  | { kind: 'unknown'; said: string }
  | { kind: 'ambiguous'; names: string[] };

const everyone =
  /^(?:everyone|everybody|all|us|the (?:whole |entire )?(?:team|group)|(?:all )?the others|the rest|you all|each other|all participants|all attendees|the participants)(?: (?:of us|here|else|in (?:the|this) (?:meeting|call|room)))*\b/;
const self = /^(?:me|myself)\b/;
const joining = /^(?:and|or|plus|both|also|as well as|with|to|mr|mrs|ms|miss|dr|doctor|prof|professor)\b/;
/** As many words as a name may have been heard as. */
const longest = 4;

/** `words` is in lower case without punctuation. */
export function readPeople(words: string, { people, asker }: Present): PeopleReading {
  const names = new Set<string>();
  let rest = words.trim();
  while (rest !== '') {
    const skipped = everyone.exec(rest) ?? self.exec(rest);
    if (skipped) {
      if (self.test(rest)) {
        if (asker) names.add(asker);
      } else for (const name of people) names.add(name);
      rest = rest.slice(skipped[0].length).trim();
      continue;
    }
    const found = longestMatch(rest, { people, asker });
    if (found?.kind === 'several') return { kind: 'ambiguous', names: found.names };
    if (found) {
      names.add(found.name);
      rest = rest.split(' ').slice(found.words).join(' ');
      continue;
    }
    const join = joining.exec(rest);
    if (!join) return { kind: 'unknown', said: rest.split(/ (?:and|or|plus) /)[0] ?? rest };
    rest = rest.slice(join[0].length).trim();
  }
  return { kind: 'people', names: [...names] };
}

type Found =
  | { kind: 'one'; name: string; words: number }
  | { kind: 'several'; names: string[]; words: number };

/** The likeliest name at the beginning; of two that are as likely, the one with more words. */
function longestMatch(text: string, { people, asker }: Present): Found | null {
  const words = text.split(' ').map((word) => word.replace(/'s$/, ''));
  let best: (Found & { likeness: number }) | null = null;
  for (let count = 1; count <= Math.min(longest, words.length); count += 1) {
    const heard = words.slice(0, count);
    if (count > 1 && heard.some((word) => word === 'and' || word === 'or')) break;
    const match = matchPerson(heard.join(' '), people, asker);
    if (match.kind === 'none' || (best && match.likeness < best.likeness)) continue;
    best = { ...match, words: count };
  }
  return best;
}

/** "Ben Carter or Ben Smith". */
export function listNames(names: readonly string[], word: 'and' | 'or'): string {
  if (names.length < 2) return names.join('');
  return `${names.slice(0, -1).join(', ')} ${word} ${names.at(-1)}`;
}
