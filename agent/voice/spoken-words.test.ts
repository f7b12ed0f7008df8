import { describe, expect, test } from 'vitest';
import { spokenWords } from './spoken-words.ts';

const sentences = [
  { text: 'The launch is on Thursday.', startSample: 0, endSample: 26_000 },
  { text: 'Ben decided that.', startSample: 28_000, endSample: 45_000 },
];

describe(spokenWords, () => {
  test('keeps everything when all was played', () => {
    expect(spokenWords(sentences, 45_000)).toBe('The launch is on Thursday. Ben decided that.');
  });

  test('keeps nothing when nothing was played', () => {
    expect(spokenWords(sentences, 0)).toBe('');
    expect(spokenWords([], 1_000)).toBe('');
  });

  test('cuts between words, in the sentence that was being spoken', () => {
    expect(spokenWords(sentences, 11_000)).toBe('The launch');
    expect(spokenWords(sentences, 32_000)).toBe('The launch is on Thursday. Ben');
  });

  test('counts a word of which more than half was heard', () => {
    expect(spokenWords(sentences, 7_100)).toBe('The launch');
    expect(spokenWords(sentences, 6_900)).toBe('The');
  });

  test('adds no word of a sentence that waits for its turn', () => {
    expect(spokenWords(sentences, 27_000)).toBe('The launch is on Thursday.');
  });

  test('never gives more words than were spoken later', () => {
    const counts = Array.from({ length: 46 }, (_, k) => spokenWords(sentences, k * 1_000).length);
    expect(counts).toEqual([...counts].sort((a, b) => a - b));
  });
});
