import { describe, expect, it } from 'vitest';
import { matchOwner } from './match-owner.ts';

describe(matchOwner, () => {
  it.each([
    ['Ben', ['Ana', 'Ben'], 'Ben'],
    ['ben  okafor', ['Ben Okafor'], 'Ben Okafor'],
    ['Okafor', ['Ben Okafor', 'Ana'], 'Ben Okafor'],
    ['Ben Okafor', ['Ben', 'Ana'], 'Ben'],
    ['Ben', ['Ben', 'Ben Okafor'], 'Ben'],
    ['Ben', ['Ben Okafor', 'Ben Smith'], null],
    ['Be', ['Ben'], null],
    ['', ['Ben'], null],
    [null, ['Ben'], null],
    ['everyone', ['Ben'], null],
  ])('finds %j among %j: %j', (name, people, expected) => {
    expect(matchOwner(name, people)).toBe(expected);
  });
});
