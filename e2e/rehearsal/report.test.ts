import { describe, expect, it } from 'vitest';
import type { Recording } from './folder.ts';
import type { Details, Figures } from './measure.ts';
import { formatReport } from './report.ts';

const utterance = { index: 1, speaker: 'ana', file: '', startMs: 0, durationMs: 900, text: 'Hello.' };
const recording: Recording = {
  title: 'Product kickoff',
  sampleRate: 24_000,
  speakers: [{ id: 'ana', name: 'Ana', email: 'ana@example.test' }],
  utterances: [{ ...utterance, samples: new Int16Array(), voiced: null }],
  totalMs: 61_400,
};
const figures: Figures = {
  meetingId: 'mtg_1',
  captions: {
    wer: 0.0294,
    attributionErrors: 0,
    finalLatencyMs: { p50: 640, p95: 900, max: 950 },
    interimLatencyMs: { p50: null, p95: null, max: null },
  },
  durability: { seen: 22, stored: 22, lost: 0, duplicated: 0, outOfOrder: 0 },
  agent: { readyMs: 412 },
  replies: [],
  approvals: [],
  plans: null,
  after: null,
};
const line = { speaker: 'par_1', text: 'Hello.', startMs: 0, endMs: 1 };
const details: Details = {
  score: {
    wer: 0.0294,
    edits: 5,
    words: 170,
    attributionErrors: 0,
    misheard: [{ reference: line, heard: 'hallo', edits: 1 }],
  },
  finalsMeasured: 1,
  interimsMeasured: 0,
  uncaptioned: [],
};

describe(formatReport, () => {
  it('says each figure in words and units', () => {
    const report = formatReport({ recording, figures, details, problems: [] });
    expect(report).toContain('Product kickoff: 1 speakers, 1 utterances, 61 s');
    expect(report).toMatch(/word error rate +2\.9 % \(5 edits in 170 words\)/);
    expect(report).toMatch(/final captions +p50 640 ms, p95 900 ms, max 950 ms/);
    expect(report).toMatch(/interim captions +not measured/);
    expect(report).toContain('"Hello." as "hallo"');
    expect(report).not.toContain('went wrong');
    expect(report).not.toContain('without a final caption');
  });

  it('names what went wrong and what has no caption', () => {
    const report = formatReport({
      recording,
      figures,
      details: { ...details, uncaptioned: [1] },
      problems: ['Ben could not join'],
    });
    expect(report).toMatch(/went wrong\n +Ben could not join/);
    expect(report).toMatch(/without a final caption\n +1 ana: Hello\./);
  });

  it('says what was answered and proposed, and what is there of it', () => {
    const report = formatReport({
      recording,
      figures: {
        ...figures,
        replies: [
          {
            utterance: 1,
            askedBy: 'ana',
            text: 'On Friday.',
            citations: [
              { lineId: '1.4', utterance: 3 },
              { lineId: '1.9', utterance: null },
            ],
            firstAudioMs: 1_210,
          },
        ],
        approvals: [
          {
            id: 'apr_1',
            tool: 'createTask',
            shownTo: 'ana',
            arguments: { text: 'Send it' },
            decision: 'approved',
            shownMs: 1_400,
            result: { status: 'done', actionId: 'act_1' },
          },
        ],
        plans: [
          {
            actionId: 'act_2',
            title: 'Follow-up',
            planned: true,
            invited: ['ben@example.test'],
            inFeed: true,
          },
          { actionId: 'act_3', title: 'Lost', planned: false, invited: [], inFeed: false },
        ],
      },
      details,
      problems: [],
    });
    expect(report).toContain('1 ana: Hello.');
    expect(report).toContain('-> On Friday. (heard after 1210 ms, from utterance 3, line 1.9)');
    expect(report).toContain('createTask {"text":"Send it"}: shown to ana after 1400 ms, approved, done');
    expect(report).toContain(
      '"Follow-up" is planned; invited by mail: ben@example.test; in the calendar feed',
    );
    expect(report).toContain('"Lost" is NOT in the list of meetings; NO invitation that parses; NOT in the');
  });
});
