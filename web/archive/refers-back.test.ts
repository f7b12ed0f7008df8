import { describe, expect, it } from 'vitest';
import { withWhatItMeans } from './refers-back.ts';

const asked = (...questions: string[]) => questions.map((question) => ({ question }));

describe(withWhatItMeans, () => {
  it('leaves a question alone that says what it is about', () => {
    expect(withWhatItMeans('Who designs the new posters for Porto?', asked('When do we launch?'))).toBe(
      'Who designs the new posters for Porto?',
    );
  });

  it.each(['And when?', 'Why?', 'Who pays for it?', 'What did she say?', 'When exactly?'])(
    'adds what was asked before to "%s"',
    (question) => {
      expect(withWhatItMeans(question, asked('What does the oven cost?'))).toBe(
        `What does the oven cost? ${question}`,
      );
    },
  );

  it('goes back until a question stands for itself', () => {
    const before = asked(
      'Where do we meet tomorrow morning?',
      'What does the oven cost?',
      'Who pays for it?',
    );
    expect(withWhatItMeans('And when?', before)).toBe('What does the oven cost? Who pays for it? And when?');
  });

  it('has nothing to add to the first question', () => {
    expect(withWhatItMeans('Why?', [])).toBe('Why?');
  });
});
