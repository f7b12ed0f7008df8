import { describe, expect, it } from 'vitest';
import { type Evidence, emptyEvidence, type ReceivedCaption, type SpokenUtterance } from './evidence.ts';
import { measureLatencies } from './latency.ts';

const zero = 1_700_000_000_000;
const spoken = (firstMs: number, lastMs: number, change: Partial<SpokenUtterance> = {}): SpokenUtterance => ({
  index: 1,
  speaker: 'ana',
  text: 'hello there',
  plannedAtMs: zero + firstMs,
  durationMs: lastMs - firstMs,
  voiced: { firstAtMs: zero + firstMs, lastAtMs: zero + lastMs },
  ...change,
});
const caption = (
  atMs: number,
  startMs: number,
  endMs: number | null,
  change: Partial<ReceivedCaption> = {},
) => ({
  receiver: 'par_ben',
  atMs: zero + atMs,
  segmentId: 's1',
  speaker: 'par_ana',
  epoch: 1,
  text: 'hello there',
  startMs,
  endMs,
  seq: 1,
  ...change,
});
const measure = (utterances: SpokenUtterance[], captions: ReceivedCaption[]) => {
  const evidence: Evidence = {
    ...emptyEvidence(utterances),
    startedAtMs: zero,
    identities: new Map([['ana', 'par_ana']]),
    captions,
  };
  return measureLatencies(evidence);
};
const interim = { seq: null };

describe('final captions', () => {
  it('counts from the last voiced sample to the arrival', () => {
    expect(measure([spoken(1_000, 3_000)], [caption(3_700, 900, 3_400)]).final).toEqual([700]);
  });

  it('waits for the last caption of an utterance that was cut in two, and for the slowest screen', () => {
    const captions = [
      caption(2_900, 900, 2_000),
      caption(3_800, 2_000, 3_400, { seq: 2 }),
      caption(3_820, 2_000, 3_400, { seq: 2, receiver: 'par_chloe' }),
    ];
    expect(measure([spoken(1_000, 3_000)], captions).final).toEqual([820]);
  });

  it('takes one caption of two short utterances for both', () => {
    const captions = [caption(5_500, 900, 5_000)];
    const two = [spoken(1_000, 2_000), spoken(2_500, 4_500, { index: 2 })];
    expect(measure(two, captions).final).toEqual([3_500, 1_000]);
  });

  it('is not misled by the pre-roll of the next line', () => {
    const captions = [caption(3_700, 900, 3_400), caption(7_000, 2_900, 6_300, { seq: 2 })];
    expect(measure([spoken(1_000, 3_000)], captions).final).toEqual([700]);
  });

  it('leaves out the own screen, other speakers and interim text, and says what is uncaptioned', () => {
    const captions = [
      caption(3_700, 900, 3_400, { receiver: 'par_ana' }),
      caption(3_700, 900, 3_400, { speaker: 'par_ben' }),
      caption(3_700, 900, 3_400, interim),
    ];
    expect(measure([spoken(1_000, 3_000)], captions)).toMatchObject({ final: [], uncaptioned: [1] });
  });

  it('leaves out what was never voiced', () => {
    const result = measure([spoken(1_000, 3_000, { voiced: null })], [caption(3_700, 900, 3_400)]);
    expect(result).toEqual({ final: [], interim: [], uncaptioned: [] });
  });
});

describe('interim captions', () => {
  it('counts from the first voiced sample to the first text', () => {
    const captions = [
      caption(1_500, 800, 1_400, { ...interim, text: ' ' }),
      caption(1_900, 800, 1_800, interim),
      caption(2_400, 800, 2_300, interim),
      caption(3_700, 800, 3_400),
    ];
    expect(measure([spoken(1_000, 3_000)], captions).interim).toEqual([900]);
  });

  it('leaves out utterances under 1.5 s', () => {
    const captions = [caption(1_900, 800, 1_800, interim)];
    expect(measure([spoken(1_000, 2_499)], captions).interim).toEqual([]);
    expect(measure([spoken(1_000, 2_500)], captions).interim).toEqual([900]);
  });

  it('does not take late interim text of the utterance before', () => {
    const captions = [caption(5_100, 900, 4_600, interim), caption(5_900, 4_700, 5_800, interim)];
    expect(measure([spoken(5_000, 7_000)], captions).interim).toEqual([900]);
  });

  it('does not take text of the utterance after', () => {
    const captions = [caption(8_900, 7_800, 8_800, interim)];
    expect(measure([spoken(5_000, 7_000)], captions).interim).toEqual([]);
  });

  it('works without an end on interim captions', () => {
    const captions = [caption(5_100, 900, null, interim), caption(5_900, 4_700, null, interim)];
    expect(measure([spoken(5_000, 7_000)], captions).interim).toEqual([900]);
  });
});
