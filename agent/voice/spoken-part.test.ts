import { describe, expect, test } from 'vitest';
import { createSpokenPart, spokenSentence } from './spoken-part.ts';

/** Gives the text in pieces of a few characters, as a model does. */
function speak(text: string, pieceLength = 3): string[] {
  const part = createSpokenPart('en');
  const sentences: string[] = [];
  for (let at = 0; at < text.length; at += pieceLength) {
    sentences.push(...part.push(text.slice(at, at + pieceLength)));
  }
  return [...sentences, ...part.end()];
}

describe(createSpokenPart, () => {
  test('gives sentence by sentence, however the text is cut', () => {
    const text = 'The launch is on Thursday. Ben decided that. Is that early enough?';
    const sentences = ['The launch is on Thursday.', 'Ben decided that.', 'Is that early enough?'];
    for (const length of [1, 2, 7, 100]) expect(speak(text, length)).toEqual(sentences);
  });

  test('gives a sentence as soon as the next one begins', () => {
    const part = createSpokenPart('en');
    expect(part.push('It is on Thursday. B')).toEqual(['It is on Thursday.']);
    expect(part.push('en said so.')).toEqual([]);
    expect(part.end()).toEqual(['Ben said so.']);
  });

  test('leaves out what follows a blank line', () => {
    expect(speak('It is on Thursday.\n\nBen said so at 10:02.\n\nMore.')).toEqual(['It is on Thursday.']);
  });

  test('speaks on when the answer begins with blank lines', () => {
    expect(speak('\n\n  It is on Thursday.')).toEqual(['It is on Thursday.']);
  });

  test('never speaks a citation mark, also one that follows its sentence or is cut in two', () => {
    expect(speak('It is on Thursday. [1.23] Ben said so [1.24, 2.1].', 1)).toEqual([
      'It is on Thursday.',
      'Ben said so.',
    ]);
    expect(speak('It is on Thursday [12.345]')).toEqual(['It is on Thursday']);
  });

  test('says nothing when there is nothing to say', () => {
    expect(speak('')).toEqual([]);
    expect(speak(' \n \n')).toEqual([]);
    expect(speak('[1.2]')).toEqual([]);
  });

  test('ends after about forty seconds, with a whole sentence', () => {
    const sentences = speak('This is one of many sentences. '.repeat(60));
    expect(sentences.join(' ').length).toBeLessThan(640);
    expect(sentences.at(-1)).toBe('This is one of many sentences.');
  });

  test('keeps a number of a list with its words', () => {
    expect(speak('1. Ana writes the plan.')).toEqual(['1. Ana writes the plan.']);
  });
});

describe(spokenSentence, () => {
  test('takes out Markdown and addresses', () => {
    expect(spokenSentence('- **Ana** sends the `report`, see [the plan](https://example.test/a_b)')).toBe(
      'Ana sends the report, see the plan',
    );
    expect(spokenSentence('*Really* two * three')).toBe('Really two * three');
  });

  test('keeps brackets that are no citation', () => {
    expect(spokenSentence('The [draft] has 1.5 pages.')).toBe('The [draft] has 1.5 pages.');
  });
});
