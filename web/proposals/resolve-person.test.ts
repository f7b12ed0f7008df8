import { describe, expect, it } from 'vitest';
import type { ParticipantId } from '../../lib/ids.ts';
import { resolvePerson } from './resolve-person.ts';

const person = (name: string, id = name, present = true) => ({
  id: `par_${id}` as ParticipantId,
  name,
  present,
});
const ana = person('Ana Ruiz');
const ben = person('Ben');
const chloe = person('Chloé Ben Amar');
const people = [ana, ben, chloe];

describe(resolvePerson, () => {
  it.each([
    ['par_Ben', ben],
    ['Ben', ben],
    ['  bEN ', ben],
    ['ana', ana],
    ['ruiz', ana],
    ['Ana  Ruiz', ana],
    ['chloe', chloe],
    ['amar', chloe],
    ['chl', chloe],
  ])('takes %j for the one person it can mean', (name, expected) => {
    expect(resolvePerson(people, name)).toEqual({ kind: 'one', person: expected });
  });

  it('prefers a whole name over a part of a longer one', () => {
    expect(resolvePerson([chloe, ben], 'Ben')).toEqual({ kind: 'one', person: ben });
  });

  it.each([['Dora'], [''], ['\u200b'], ['en'], ['%']])('knows nobody called %j', (name) => {
    expect(resolvePerson(people, name)).toEqual({ kind: 'unknown' });
  });

  it('does not choose between people of one name', () => {
    const other = person('Ben', '2');
    expect(resolvePerson([ana, ben, other], 'ben')).toEqual({ kind: 'several', people: [ben, other] });
    expect(resolvePerson([person('Ana One'), person('Ana Two')], 'ana').kind).toBe('several');
  });

  it('takes the one who is here for the one who came back on another device', () => {
    const before = person('Ben', 'before', false);
    expect(resolvePerson([before, ben], 'Ben')).toEqual({ kind: 'one', person: ben });
    // Not somebody whose name only begins like that.
    expect(resolvePerson([before, person('Benny')], 'Ben')).toEqual({ kind: 'one', person: before });
  });

  it.each([
    ['a Cyrillic letter', 'Веn'],
    ['a hidden mark', 'B\u200ben'],
    ['a turned direction', '\u202eBen'],
    ['full-width letters', 'Ｂｅｎ'],
    ['bold letters', '𝐁𝐞𝐧'],
    ['an accent', 'Bén'],
    ['a selector', 'Ben\ufe0f'],
  ])('does not let somebody pass for another by %s', (_trick, name) => {
    const impostor = person(name, 'impostor');
    expect(resolvePerson([ben, impostor], 'Ben').kind).toBe('several');
    expect(resolvePerson([ben], name)).toEqual({ kind: 'one', person: ben });
  });
});
