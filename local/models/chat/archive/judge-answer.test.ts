import { describe, expect, it } from 'vitest';
import { type Evidence, isAnswer } from './judge-answer.ts';

const good: Evidence = { about: 0.8, pair: 0.5, line: 0.5, unsaidName: false };

describe(isAnswer, () => {
  it('takes lines that are about it and like it', () => {
    expect(isAnswer(good)).toBe(true);
  });

  it.each([
    ['no line holds the detail', null],
    ['they are about something else', { ...good, about: 0.2 }],
    ['nothing is like it', { ...good, pair: 0.2, line: 0.2 }],
    ['it names somebody unheard of, and little speaks for them', { ...good, about: 0.6, unsaidName: true }],
  ])('refuses where %s', (_, evidence) => {
    expect(isAnswer(evidence)).toBe(false);
  });
});
