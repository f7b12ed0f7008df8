import { describe, expect, it } from 'vitest';
import { speechSpans } from './speech-spans.ts';
import { windowSamples } from './voice-activity.ts';

const windows = (count: number, probability: number) => new Array<number>(count).fill(probability);
const spansOf = (probabilities: number[]) =>
  speechSpans(probabilities, probabilities.length * windowSamples).map(({ start, end }) => [
    start / windowSamples,
    end / windowSamples,
  ]);

describe(speechSpans, () => {
  it('finds nothing in silence and nothing in a doubtful sound', () => {
    expect(spansOf(windows(30, 0.02))).toEqual([]);
    expect(spansOf(windows(30, 0.45))).toEqual([]);
  });

  it('begins with the first sure window and ends with the last that may be speech', () => {
    expect(
      spansOf([...windows(3, 0.4), ...windows(5, 0.9), ...windows(2, 0.4), ...windows(20, 0.1)]),
    ).toEqual([[3, 10]]);
  });

  it('keeps words with a short pause together and separates those with a longer one', () => {
    const word = windows(6, 0.9);
    expect(spansOf([...word, ...windows(6, 0.1), ...word])).toEqual([[0, 18]]);
    expect(spansOf([...word, ...windows(10, 0.1), ...word])).toEqual([
      [0, 6],
      [16, 22],
    ]);
  });

  it('ends with the audio where the last window is not full', () => {
    expect(speechSpans(windows(4, 0.9), 4 * windowSamples - 100)).toEqual([
      { start: 0, end: 4 * windowSamples - 100 },
    ]);
  });
});
