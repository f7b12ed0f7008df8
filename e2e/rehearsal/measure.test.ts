import { describe, expect, it } from 'vitest';
import type { TranscriptLine } from '../../lib/messages.ts';
import { type Evidence, emptyEvidence } from './evidence.ts';
import { measure } from './measure.ts';

const zero = 1_700_000_000_000;
const line: TranscriptLine = {
  epoch: 1,
  seq: 1,
  kind: 'speech',
  segmentId: 's1',
  speaker: 'par_ana',
  speakerName: 'Ana',
  trackSid: 'TR_1',
  startMs: 900,
  endMs: 3_300,
  text: 'hello everyone',
};
const evidence = (change: Partial<Evidence> = {}): Evidence => ({
  ...emptyEvidence([
    {
      index: 1,
      speaker: 'ana',
      text: 'Hello everyone.',
      plannedAtMs: zero + 1_000,
      durationMs: 2_000,
      voiced: { firstAtMs: zero + 1_000, lastAtMs: zero + 3_000 },
    },
  ]),
  meetingId: 'mtg_1',
  startedAtMs: zero,
  identities: new Map([['ana', 'par_ana']]),
  captions: [{ ...line, receiver: 'par_ben', atMs: zero + 3_650.4 }],
  stored: [line],
  readyMs: 412.3,
  ...change,
});

describe(measure, () => {
  it('gives the figures in their published form', () => {
    expect(measure(evidence()).figures).toEqual({
      meetingId: 'mtg_1',
      captions: {
        wer: 0,
        attributionErrors: 0,
        finalLatencyMs: { p50: 650, p95: 650, max: 650 },
        interimLatencyMs: { p50: null, p95: null, max: null },
      },
      durability: { seen: 1, stored: 1, lost: 0, duplicated: 0, outOfOrder: 0 },
      agent: { readyMs: 412 },
      replies: [],
      approvals: [],
      plans: null,
      after: null,
    });
  });

  it('is null throughout when no meeting came about', () => {
    const nothing = evidence({
      meetingId: null,
      startedAtMs: null,
      captions: [],
      stored: null,
      readyMs: null,
    });
    expect(JSON.stringify(measure(nothing).figures)).not.toMatch(/:\d/);
  });

  it('does not count what the AI participant said, nor the reason of a gap', () => {
    const others: TranscriptLine[] = [
      { ...line, seq: 2, speaker: 'ai-mtg_1-1', text: 'I am here', trackSid: 'TR_2' },
      { ...line, seq: 3, kind: 'gap', startMs: 5_000, endMs: 6_000, text: 'not transcribed' },
    ];
    const { figures } = measure(evidence({ stored: [line, ...others] }));
    expect(figures.captions.wer).toBe(0);
    expect(figures.durability.stored).toBe(3);
  });

  it('counts the words of someone who never got in as missed', () => {
    const { figures } = measure(evidence({ identities: new Map(), stored: [], captions: [] }));
    expect(figures.captions.wer).toBe(1);
  });
});
