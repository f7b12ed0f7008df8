import { describe, expect, it } from 'vitest';
import { crowd } from './crowd.ts';
import { readFolder } from './folder.ts';

const kickoff = await readFolder(new URL('../fixtures/kickoff', import.meta.url).pathname);
const crowded = crowd(kickoff, 1);
const spans = crowded.utterances.map(({ speaker, startMs, durationMs }) => ({
  speaker,
  startMs,
  endMs: startMs + durationMs,
}));

describe(crowd, () => {
  it('lets people talk at the same time, but nobody over oneself', () => {
    const pairs = spans.flatMap((a, i) => spans.slice(i + 1).map((b) => ({ a, b })));
    const overlapping = pairs.filter(({ a, b }) => a.startMs < b.endMs && b.startMs < a.endMs);
    expect(overlapping.length).toBeGreaterThan(10);
    expect(overlapping.filter(({ a, b }) => a.speaker === b.speaker)).toEqual([]);
  });

  it('keeps every word, within the meeting', () => {
    expect(crowded.utterances.map(({ text }) => text)).toEqual(kickoff.utterances.map(({ text }) => text));
    expect(crowded.totalMs).toBeGreaterThan(Math.max(...spans.map(({ endMs }) => endMs)));
    expect(crowded.totalMs).toBeLessThan(kickoff.totalMs);
  });

  it('makes some voices quiet and puts noise into their silence', () => {
    const peaks = (speaker: string, from: typeof kickoff) =>
      Math.max(
        ...from.utterances
          .filter((u) => u.speaker === speaker)
          .map(({ samples }) => samples.reduce((a, b) => Math.max(a, Math.abs(b)), 0)),
      );
    expect(peaks('ben', crowded) / peaks('ben', kickoff)).toBeCloseTo(0.08, 2);
    expect(crowded.utterances[0]!.samples.subarray(0, 100).some((sample) => sample !== 0)).toBe(true);
  });

  it('is the same for the same seed', () => {
    expect(crowd(kickoff, 1)).toEqual(crowded);
    expect(crowd(kickoff, 2).utterances[0]!.samples).not.toEqual(crowded.utterances[0]!.samples);
  });
});
