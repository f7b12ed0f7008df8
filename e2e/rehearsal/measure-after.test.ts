import { describe, expect, it } from 'vitest';
import type { LineView } from '../../lib/line-messages.ts';
import type { RecordingView } from '../../lib/recording-messages.ts';
import { afterStages, type StageState, type SummaryView } from '../../lib/summary.ts';
import type { AfterEvidence } from './follow-end.ts';
import { measureAfter } from './measure-after.ts';
import { ana, askedEvidence, ben, zero } from './testing/asked-evidence.ts';

const spoken = (
  speaker: string,
  speakerName: string,
  seq: number,
  fromMs: number,
  toMs: number,
): LineView => ({
  ...{ epoch: 1, seq, kind: 'speech', speaker, speakerName, startMs: fromMs, endMs: toMs, text: '' },
  ...{ heardAs: null, renamed: null, source: 'recording', liveText: '', recordedText: '' },
});

const summary: SummaryView = {
  id: `sum_${'0'.repeat(26)}`,
  version: 1,
  basis: 'live',
  template: 'general',
  by: 'rules',
  model: 'parley-rules',
  droppedCitations: 0,
  modelMs: 40,
  createdAtMs: zero,
  content: {
    overview: '',
    topics: [],
    questions: [],
    numbers: [],
    decisions: [
      {
        text: 'The launch is in June',
        lines: [
          { epoch: 1, seq: 1 },
          { epoch: 1, seq: 9 },
        ],
      },
    ],
    tasks: [
      {
        text: 'Plan',
        owner: 'Ana',
        due: '2026-03-06',
        quote: '',
        lines: [
          { epoch: 1, seq: 4 },
          { epoch: 1, seq: 4 },
        ],
      },
      { text: 'Wait', owner: null, due: null, quote: '', lines: [] },
    ],
  },
};

const recording: RecordingView = {
  id: `rec_${'0'.repeat(26)}`,
  ...{ status: 'complete', recorder: 'rtc', startedAtMs: zero, stoppedAtMs: zero, problem: '' },
  ...{ mix: null, making: false, picture: null },
  files: [ana, ben].map((participantId, i) => ({
    id: `fil_${'0'.repeat(25)}${i}`,
    ...{
      participantId,
      name: '',
      startMs: 0,
      durationMs: 9_000.4 + i,
      problem: '',
      url: i === 0 ? '/sound' : null,
    },
  })),
};

const followed = (change: Partial<AfterEvidence> & { revision?: StageState } = {}) =>
  askedEvidence({
    after: {
      endedAtMs: zero,
      stages: afterStages.map((stage) => ({
        stage,
        state: stage === 'revision' ? (change.revision ?? 'done') : 'done',
        message: '',
        changedAtMs: zero,
      })),
      summary,
      firstSummary: summary,
      lines: [spoken(ben, 'Ben', 1, 900, 3_100), spoken(ana, 'Ana', 4, 8_950, 12_100)],
      recordings: [recording],
      mails: [
        { to: 'ana@example.test', messageId: 'mail_1', acceptedAtMs: zero + 500 },
        { to: 'ben@example.test', messageId: 'mail_2', acceptedAtMs: zero + 640.4 },
        { to: 'carl@example.test', messageId: 'mail_3', acceptedAtMs: null },
      ],
      ...change,
    },
  });

describe(measureAfter, () => {
  it('names speakers and utterances of the timeline, and takes the time of the model off', () => {
    expect(measureAfter(followed())).toEqual({
      status: 'ready',
      summaryMs: 600,
      modelMs: 40,
      mails: [
        { to: 'ana@example.test', messageId: 'mail_1', sentMs: 500 },
        { to: 'ben@example.test', messageId: 'mail_2', sentMs: 640 },
      ],
      summary: {
        decisions: [{ text: 'The launch is in June', lines: [4] }],
        tasks: [
          { text: 'Plan', owner: 'ana', due: '2026-03-06', lines: [11] },
          { text: 'Wait', owner: null, due: null, lines: [] },
        ],
      },
      recording: { files: [{ speaker: 'ana', durationMs: 9_000 }], durationMs: 9_001 },
      revision: { wer: null },
    });
  });

  it.each<[string, Parameters<typeof followed>[0], string]>([
    ['all was done', { revision: 'skipped' }, 'ready'],
    ['something failed', { revision: 'failed' }, 'partial'],
    ['something never came', { revision: 'working' }, 'partial'],
    ['there is no summary', { summary: null }, 'failed'],
  ])('says how it went where %s', (_, change, status) => {
    expect(measureAfter(followed(change))?.status).toBe(status);
  });

  it('measures nothing where nobody could look, or the meeting did not end', () => {
    expect(measureAfter(followed({ mails: null }))).toMatchObject({ mails: [], summaryMs: null });
    expect(measureAfter(askedEvidence())).toBeNull();
  });
});
