import { describe, expect, test } from 'vitest';
import { buildLineView } from '../lines/testing.ts';
import { listTopicSpans, readSpan, readTime, wholeMeeting } from './share-span.ts';

/** Seconds 1 to 5; the second line goes on until after the third. */
const lines = [1, 2, 3, 4, 5].map((seq) => buildLineView({ seq, ...(seq === 2 ? { endMs: 3_950 } : {}) }));

describe(readSpan, () => {
  test('is nothing for the whole meeting', () => {
    expect(readSpan(wholeMeeting, lines)).toEqual({ kind: 'span', span: null, words: null });
  });

  test('goes from line to line, to the end of whoever spoke longest', () => {
    const draft = { ...wholeMeeting, extent: 'lines', from: '1.1', to: '1.3' } as const;
    expect(readSpan(draft, lines)).toEqual({
      kind: 'span',
      span: { by: 'lines', from: { epoch: 1, seq: 1 }, to: { epoch: 1, seq: 3 } },
      words: '3 lines, 0:01 to 0:03',
    });
  });

  test.each([
    ['1.3', '1.1'],
    ['1.3', ''],
    ['', '1.3'],
    ['9.9', '1.3'],
  ])('wants the lines %j and %j in their order', (from, to) => {
    const draft = { ...wholeMeeting, extent: 'lines', from, to } as const;
    expect(readSpan(draft, lines)).toMatchObject({ kind: 'problem' });
  });

  test('goes from time to time, and counts what was said in it as a whole', () => {
    const draft = { ...wholeMeeting, extent: 'times', fromTime: '0:02', untilTime: '0:05' } as const;
    expect(readSpan(draft, lines)).toEqual({
      kind: 'span',
      span: { by: 'times', fromMs: 2_000, untilMs: 5_000 },
      words: '3 lines, 0:02 to 0:05',
    });
  });

  test.each([
    ['', '0:05'],
    ['0:05', '0:02'],
    ['0:05', 'later'],
    ['1:00', '2:00'],
  ])('refuses the times %j to %j', (fromTime, untilTime) => {
    const draft = { ...wholeMeeting, extent: 'times', fromTime, untilTime } as const;
    expect(readSpan(draft, lines)).toMatchObject({ kind: 'problem' });
  });
});

describe(readTime, () => {
  test.each([
    ['3:07', 187_000],
    [' 62:45 ', 3_765_000],
    ['1:02:45', 3_765_000],
    ['0:00', 0],
    ['3:7', null],
    ['3:60', null],
    ['1:60:00', null],
    ['-1:00', null],
    ['180', null],
    ['', null],
  ])('reads %j as %j', (text, ms) => {
    expect(readTime(text)).toBe(ms);
  });
});

describe(listTopicSpans, () => {
  test('goes from the first to the last line of a topic, in order of time', () => {
    const ref = (seq: number) => ({ epoch: 1, seq });
    const topics = [
      { title: 'Launch', lines: [ref(4), ref(2), ref(99)] },
      { title: 'Gone', lines: [ref(99)] },
    ];
    expect(listTopicSpans(topics, lines)).toEqual([{ title: 'Launch', from: '1.2', to: '1.4' }]);
  });
});
