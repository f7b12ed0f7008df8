import { describe, expect, it } from 'vitest';
import { isForSomeoneElse } from './for-someone-else.ts';

const people = ['Ana Ruiz', 'Ben Carter'];

describe(isForSomeoneElse, () => {
  it.each([
    'Ben, what do you think?',
    'So, Ben, is it true?',
    'What do you think, Ben?',
    'Ben?',
    'Is that so, Ana?',
  ])('holds for: %s', (line) => expect(isForSomeoneElse(line, people)).toBe(true));

  it.each([
    'Schedule a meeting with Ben.',
    'Remind Ben, please.',
    "Ben's answer, please.",
    'What did Ana say?',
    '',
  ])('does not hold for: %s', (line) => expect(isForSomeoneElse(line, people)).toBe(false));
});
