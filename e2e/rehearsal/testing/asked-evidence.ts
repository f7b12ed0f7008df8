import type { ApprovalView, Reply } from '../../../lib/assistant-messages.ts';
import type { TranscriptLine } from '../../../lib/messages.ts';
import { type Evidence, emptyEvidence } from '../evidence.ts';

/** Unix time at which the meeting below begins. */
export const zero = 1_700_000_000_000;
export const ana = `par_${'A'.repeat(26)}` as const;
export const ben = `par_${'B'.repeat(26)}` as const;
const meetingId = `mtg_${'0'.repeat(26)}` as const;

/** One line of the transcript: who, its number, from and to in milliseconds of the meeting. */
export function line(
  speaker: string,
  seq: number,
  startMs: number,
  endMs: number,
  text: string,
): TranscriptLine {
  return {
    ...{ epoch: 1, seq, kind: 'speech', segmentId: `s${seq}`, trackSid: 'TR_1' },
    ...{ speaker, speakerName: '', startMs, endMs, text },
  };
}

/** Ben says when the launch is (utterance 4), Ana asks for it (9) and for a meeting (11); Nova speaks twice. */
export function askedEvidence(change: Partial<Evidence> = {}): Evidence {
  const said = (index: number, speaker: string, firstMs: number, lastMs: number) => ({
    index,
    speaker,
    text: '',
    plannedAtMs: zero + firstMs,
    durationMs: lastMs - firstMs,
    voiced: { firstAtMs: zero + firstMs, lastAtMs: zero + lastMs },
  });
  return {
    ...emptyEvidence([
      said(4, 'ben', 1_000, 3_000),
      said(9, 'ana', 5_000, 7_000),
      said(11, 'ana', 9_000, 12_000),
    ]),
    meetingId,
    startedAtMs: zero,
    identities: new Map([
      ['ana', ana],
      ['ben', ben],
    ]),
    stored: [
      line(ben, 1, 900, 3_100, 'The launch is in June.'),
      line(ana, 2, 4_900, 7_100, 'Nova, when is the launch?'),
      line(`ai-${meetingId}-1`, 3, 8_000, 8_900, 'The launch is in June.'),
      line(ana, 4, 8_950, 12_100, 'Nova, plan a meeting.'),
    ],
    voice: [
      { fromMs: zero + 8_050, toMs: zero + 8_900 },
      { fromMs: zero + 13_100, toMs: zero + 14_000 },
    ],
    ...change,
  };
}

export const reply = (change: Partial<Reply> = {}): Reply => ({
  id: `rpl_${'0'.repeat(26)}`,
  kind: 'question',
  asker: { id: ana, name: 'Ana Ruiz' },
  question: 'when is the launch?',
  cause: { epoch: 1, seq: 2 },
  audience: 'all',
  text: 'The launch is in June [1.1].',
  citations: [{ epoch: 1, seq: 1 }],
  by: 'rules',
  spoken: true,
  state: 'done',
  atMs: zero + 7_500,
  ...change,
});

export const proposal = (change: Partial<ApprovalView> = {}): ApprovalView => ({
  id: `apr_${'0'.repeat(26)}`,
  meetingId,
  tool: 'scheduleMeeting',
  arguments: { title: 'Follow-up' },
  digest: 'd',
  askedBy: { id: ana, name: 'Ana Ruiz' },
  approver: { id: ana, name: 'Ana Ruiz' },
  cause: { epoch: 1, seq: 4, speakerName: 'Ana Ruiz', text: 'Nova, plan a meeting.' },
  conflicts: [],
  state: 'pending',
  createdAtMs: zero + 13_000,
  expiresAtMs: zero + 90_000_000,
  decision: null,
  action: null,
  ...change,
});
