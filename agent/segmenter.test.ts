import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createSegmenter, type SegmenterEvent, windowMs, windowSamples } from './segmenter.ts';

const loud = new Int16Array(windowSamples).fill(8_000);
const quiet = new Int16Array(windowSamples).fill(3);

/** Plays stretches of speech (true) and silence (false), given in windows. */
function play(...stretches: [boolean, number][]): { events: SegmenterEvent[]; last: SegmenterEvent[] } {
  const segmenter = createSegmenter();
  const events: SegmenterEvent[] = [];
  for (const [speech, count] of stretches) {
    for (let i = 0; i < count; i++)
      events.push(...segmenter.push(speech ? loud : quiet, speech ? 0.9 : 0.05));
  }
  return { events, last: segmenter.close() };
}

const types = (events: SegmenterEvent[]) => events.map((event) => event.type);

describe(createSegmenter, () => {
  it('gives one segment with its pre-roll for one stretch of speech', () => {
    const { events } = play([false, 30], [true, 10], [false, 30]);
    expect(types(events)).toEqual(['paused', 'closed']);
    const closed = events.at(-1);
    expect(closed).toMatchObject({ type: 'closed', startWindow: 30, endWindow: 40, sincePause: true });
    if (closed?.type === 'closed') expect(closed.samples.length).toBe((9 + 10 + 16) * windowSamples);
  });

  it('ignores a click of one window', () => {
    expect(play([false, 10], [true, 1], [false, 30]).events).toEqual([]);
  });

  it('takes back its guess when the speaker goes on after a short pause', () => {
    const { events } = play([true, 8], [false, 10], [true, 4], [false, 30]);
    expect(types(events).filter((type) => type !== 'interim')).toEqual([
      'paused',
      'resumed',
      'paused',
      'closed',
    ]);
  });

  it('says on closing when something was said after the pause', () => {
    const { last } = play([true, 8], [false, 10], [true, 4]);
    expect(last).toMatchObject([{ type: 'closed', sincePause: false, endWindow: 22 }]);
  });

  it('asks for interim text within half a second of speech and regularly after', () => {
    const { events } = play([true, 100]);
    const at = events.flatMap((e) => (e.type === 'interim' ? [Math.round(e.endWindow * windowMs)] : []));
    expect(at[0]).toBeLessThanOrEqual(512);
    for (const [i, ms] of at.entries()) expect(ms - (at[i - 1] ?? 0)).toBeLessThanOrEqual(640);
  });

  it('ends, and opens nothing new, when the speaker falls silent just before the 15 s are full', () => {
    const { events, last } = play([true, 462], [false, 30]);
    const closed = [...events, ...last].filter((event) => event.type === 'closed');
    expect(closed.map((event) => [event.startWindow, event.endWindow])).toEqual([[0, 462]]);
  });

  it('cuts an endless speech at its quietest moment before 15 s and loses no window', () => {
    const segmenter = createSegmenter();
    const events: SegmenterEvent[] = [];
    for (let i = 0; i < 1_000; i++) events.push(...segmenter.push(i % 400 === 399 ? quiet : loud, 0.9));
    events.push(...segmenter.close());
    const closed = events.filter((event) => event.type === 'closed');
    expect(closed.length).toBeGreaterThanOrEqual(3);
    expect(closed.reduce((sum, event) => sum + event.samples.length, 0)).toBe(1_000 * windowSamples);
    for (const event of closed) expect(event.samples.length).toBeLessThanOrEqual(469 * windowSamples);
  });

  it('closes nothing when nothing is open', () => {
    expect(play([false, 20]).last).toEqual([]);
  });

  it('keeps every speech window in exactly one segment, for any pattern', () => {
    const pattern = fc.array(fc.tuple(fc.boolean(), fc.integer({ min: 2, max: 60 })), { maxLength: 40 });
    fc.assert(
      fc.property(pattern, (stretches) => {
        const { events, last } = play(...stretches);
        const closed = [...events, ...last].filter((event) => event.type === 'closed');
        let position = 0;
        for (const [speech, count] of stretches) {
          for (let i = position; speech && i < position + count; i++) {
            expect(closed.filter((e) => i >= e.startWindow && i < e.endWindow)).toHaveLength(1);
          }
          position += count;
        }
        expect(new Set(closed.map((event) => event.segment)).size).toBe(closed.length);
      }),
      { numRuns: 50 },
    );
  });
});
