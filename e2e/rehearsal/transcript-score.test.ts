import { describe, expect, it } from 'vitest';
import { type ScoredLine, scoreTranscript } from './transcript-score.ts';

const line = (speaker: string, startMs: number, text: string, endMs = startMs + 2_000): ScoredLine => ({
  speaker,
  startMs,
  endMs,
  text,
});
const reference = [
  line('ana', 1_000, 'When can you finish it, Ben?'),
  line('ben', 4_000, 'I will fix it before Thursday.'),
  line('ana', 7_000, 'The budget grew by twelve percent.'),
];

describe('wer', () => {
  it('is zero when only case, punctuation, numbers and line breaks differ', () => {
    const heard = [
      line('ana', 1_100, 'when can you'),
      line('ana', 2_100, 'finish it ben'),
      line('ben', 4_100, 'I will fix it before Thursday'),
      line('ana', 7_100, 'The budget grew by 12%'),
    ];
    expect(scoreTranscript(reference, heard)).toMatchObject({ wer: 0, edits: 0, words: 18, misheard: [] });
  });

  it('sums the edits of all speakers over all reference words', () => {
    const heard = [
      line('ana', 1_100, 'When can we finish it, Ben?'),
      line('ana', 7_100, 'The budget grew by twelve percent, so.'),
    ];
    expect(scoreTranscript(reference, heard)).toMatchObject({ edits: 1 + 6 + 1, wer: 8 / 18 });
  });

  it('counts what was never said, also by people who said nothing', () => {
    const heard = [...reference, line('chloe', 5_000, 'Thank you for watching')];
    expect(scoreTranscript(reference, heard).edits).toBe(4);
  });

  it('orders lines by time, not by arrival', () => {
    expect(scoreTranscript(reference, reference.toReversed()).wer).toBe(0);
  });

  it('is one when nothing was written down, and null when nothing was said', () => {
    expect(scoreTranscript(reference, []).wer).toBe(1);
    expect(scoreTranscript([], [line('ana', 0, 'hello')]).wer).toBeNull();
  });

  it('shows what was misheard where', () => {
    const heard = [...reference.slice(1), line('ana', 1_100, 'When can you finish Ben?')];
    expect(scoreTranscript(reference, heard).misheard).toEqual([
      { reference: reference[0], heard: 'when can you finish ben', edits: 1 },
    ]);
  });
});

describe('attributionErrors', () => {
  const errors = (heard: ScoredLine[]) => scoreTranscript(reference, heard).attributionErrors;

  it('is zero for lines under their own names', () => {
    expect(errors(reference)).toBe(0);
  });

  it('counts a line that stands under another name', () => {
    const [first, second, third] = reference as [ScoredLine, ScoredLine, ScoredLine];
    expect(errors([first, { ...second, speaker: 'ana' }, third])).toBe(1);
    expect(errors([first, { ...second, speaker: 'chloe' }, third])).toBe(1);
  });

  it('counts only when more than half of the words are there', () => {
    const [first, second, third] = reference as [ScoredLine, ScoredLine, ScoredLine];
    const split = (own: string, other: string) => [
      first,
      third,
      { ...second, text: own },
      { ...second, speaker: 'ana', text: other },
    ];
    expect(errors(split('I will fix', 'it before Thursday'))).toBe(0);
    expect(errors(split('I will', 'fix it before Thursday'))).toBe(1);
  });

  it('does not take a lost line for a line under another name', () => {
    expect(errors(reference.filter(({ speaker }) => speaker === 'ana'))).toBe(0);
  });

  it('does not mistake the same words said by two people at once', () => {
    const both = [line('ana', 1_000, 'Agreed.'), line('ben', 1_100, 'Agreed.')];
    expect(scoreTranscript(both, both).attributionErrors).toBe(0);
    expect(scoreTranscript(both, both.slice(0, 1)).attributionErrors).toBe(0);
  });

  it('does not look for words at another time', () => {
    const [first, second, third] = reference as [ScoredLine, ScoredLine, ScoredLine];
    expect(errors([first, { ...second, speaker: 'ana', startMs: 30_000, endMs: 32_000 }, third])).toBe(0);
  });
});
