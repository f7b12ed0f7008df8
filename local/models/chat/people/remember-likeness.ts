import { likeness } from './match-person.ts';

export type NameLikeness = typeof likeness;

/** `likeness` for a text of many words, of which most come again. */
export function rememberLikeness(): NameLikeness {
  const known = new Map<string, Map<string, number>>();
  return (heard, name) => {
    const ofName = known.get(name) ?? new Map<string, number>();
    known.set(name, ofName);
    const before = ofName.get(heard);
    if (before !== undefined) return before;
    const value = likeness(heard, name);
    ofName.set(heard, value);
    return value;
  };
}
