import { describe, expect, it } from 'vitest';
import { type AskedAnswer, scoreAnswers } from './score-answers.ts';

const answer = (lines: number[], cited: number[]): AskedAnswer => ({
  asked: { question: 'When?', lines, answerable: lines.length > 0 },
  cited,
  found: cited.length > 0,
});

describe(scoreAnswers, () => {
  it('counts right lines among the first three citations, and refusals', () => {
    const good = Array.from({ length: 9 }, () => answer([4], [1, 2, 4]));
    const score = scoreAnswers([...good, answer([4], [1, 2, 3, 4]), answer([], []), answer([], [7])]);
    expect(score).toEqual({
      lines: [
        'missed: When? (line 4; cited lines 1, 2, 3, 4)',
        'not refused: When? (cited line 7)',
        'right line in the first 3 citations: 9 of 10 (90.0 %); goal: at least 90 %, reached',
        'unanswerable questions refused: 1 of 2 (50.0 %)',
      ],
      reached: true,
    });
  });

  it('does not reach the goal below nine of ten', () => {
    expect(scoreAnswers([answer([4], [4]), answer([4], [])])).toMatchObject({ reached: false });
  });

  it('reaches it where nothing is to be answered', () => {
    expect(scoreAnswers([answer([], [])])).toMatchObject({ reached: true });
  });
});
