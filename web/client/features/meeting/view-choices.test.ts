import { describe, expect, test } from 'vitest';
import { readViewChoices, rememberViewChoices, type ViewChoices } from './view-choices.ts';

const usual: ViewChoices = {
  panels: ['people'],
  direction: null,
  shares: {},
  layout: 'grid',
  hidesSelf: false,
};
const holding = (value: string | null) => ({ getItem: () => value });

describe(readViewChoices, () => {
  test('reads what was remembered, without the screen, which is there while it is shared', () => {
    let stored = '';
    const choices: ViewChoices = {
      panels: ['people', 'board', 'screen'],
      direction: 'rows',
      shares: { 'board+people': 61.5 },
      layout: 'spotlight',
      hidesSelf: true,
    };
    const setItem = (_: string, value: string) => {
      stored = value;
    };
    rememberViewChoices({ setItem }, choices);
    expect(readViewChoices(holding(stored))).toEqual({ ...choices, panels: ['people', 'board'] });
  });

  test('starts with the defaults where there is nothing, or nothing that can be read', () => {
    for (const value of [null, '', '{', '[]', '7']) expect(readViewChoices(holding(value))).toEqual(usual);
  });

  test('keeps what can be read beside what cannot', () => {
    const mixed = {
      panels: ['moon'],
      layout: 'circle',
      direction: 'rows',
      shares: { 'board+people': 4_000 },
    };
    expect(readViewChoices(holding(JSON.stringify(mixed)))).toEqual({ ...usual, direction: 'rows' });
  });

  test('lives with a browser that stores nothing', () => {
    const refuse = () => {
      throw new Error('denied');
    };
    expect(readViewChoices({ getItem: refuse })).toEqual(usual);
    expect(() => rememberViewChoices({ setItem: refuse }, usual)).not.toThrow();
  });
});
