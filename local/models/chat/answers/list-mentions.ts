import { matchPerson } from '../people/match-person.ts';
import type { ReadLine } from './read-lines.ts';

/** Lines of others with the name of a person in them, or something that sounds just like it. */
export function listMentions(
  lines: readonly ReadLine[],
  person: string,
  people: readonly string[],
): ReadLine[] {
  return lines.filter(({ line }) => {
    if (line.speaker === person) return false;
    // Names keep their capital in what speech to text writes; "will" and "mark" are verbs.
    return (line.text.match(/\p{Lu}[\p{L}'’-]*/gu) ?? []).some((word) => {
      const match = matchPerson(word, people, null);
      const isThem =
        match.kind === 'one'
          ? match.name === person
          : match.kind === 'several' && match.names.includes(person);
      return isThem && match.kind !== 'none' && match.likeness > 0.9;
    });
  });
}
