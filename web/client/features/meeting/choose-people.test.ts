import { describe, expect, test } from 'vitest';
import { choosePeople, type Person } from './choose-people.ts';

const buildPerson = (identity: string, change: Partial<Person> = {}): Person => ({
  identity,
  isLocal: false,
  joinedAtMs: 0,
  lastSpokeAtMs: 0,
  ...change,
});
const names = (people: Person[], limit: number) =>
  choosePeople(people, limit).shown.map((person) => person.identity);

describe(choosePeople, () => {
  const crowd = [
    buildPerson('ana', { joinedAtMs: 1 }),
    buildPerson('ben', { joinedAtMs: 2 }),
    buildPerson('me', { joinedAtMs: 3, isLocal: true }),
    buildPerson('chloe', { joinedAtMs: 4, lastSpokeAtMs: 50 }),
  ];

  test('shows oneself first and the others as they came', () => {
    expect(names(crowd, 9)).toEqual(['me', 'ana', 'ben', 'chloe']);
  });

  test('prefers those who spoke last where there is not enough room', () => {
    expect(choosePeople(crowd, 3)).toMatchObject({ hidden: 1 });
    expect(names(crowd, 3)).toEqual(['me', 'ana', 'chloe']);
  });

  test('does not move anyone when somebody speaks and all have room', () => {
    const speaking = crowd.map((person) => ({
      ...person,
      lastSpokeAtMs: person.identity === 'ben' ? 99 : 0,
    }));
    expect(names(speaking, 4)).toEqual(names(crowd, 4));
  });

  test('never hides oneself', () => {
    const loud = crowd.map((person) => ({ ...person, lastSpokeAtMs: person.isLocal ? 0 : 10 }));
    expect(names(loud, 1)).toEqual(['me']);
  });
});
