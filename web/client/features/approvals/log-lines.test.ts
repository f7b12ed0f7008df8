import { describe, expect, test } from 'vitest';
import type { ActionLog } from '../../../../lib/assistant-messages.ts';
import { logLines, refusedLines } from './log-lines.ts';
import { ana, ben, buildApproval, buildApproved } from './testing.ts';

type LogEvent = ActionLog['log'][number];
const event = (id: number, change: Partial<LogEvent>): LogEvent => ({
  id,
  approvalId: buildApproval().id,
  event: 'proposed',
  atMs: id * 1_000,
  by: null,
  note: '',
  ...change,
});

describe(logLines, () => {
  test('tells the history of one proposal, and leaves out steps that say nothing', () => {
    const log = [
      event(1, {}),
      event(2, { event: 'shown', by: ana }),
      event(3, { event: 'refused', by: ben, note: 'Only Ana may answer.' }),
      event(4, { event: 'approved', by: ana }),
      event(5, { event: 'waiting' }),
      event(6, { event: 'running' }),
      event(7, { event: 'done', note: 'I planned it.' }),
      event(8, { approvalId: 'apr_01JD0000000000000000000009' }),
    ];
    expect(logLines(buildApproved(), log).map(({ text }) => text)).toEqual([
      'Asked for by Ana Ruiz',
      'Shown to Ana Ruiz',
      'Answer of Ben Carter not taken: Only Ana may answer.',
      'Approved by Ana Ruiz',
      'Done: I planned it.',
    ]);
  });

  test('names the fields that a person changed', () => {
    const { arguments: args } = buildApproval();
    const approval = buildApproved({
      state: 'edited',
      decision: { by: ana, atMs: 1, reason: '', original: { ...args, title: 'Launch', durationMinutes: 60 } },
    });
    expect(logLines(approval, [event(1, { event: 'edited', by: ana })])).toMatchObject([
      { text: 'Changed (Title, Length) and approved by Ana Ruiz' },
    ]);
  });

  test('marks what went wrong', () => {
    const log = [event(1, { event: 'failed', note: 'No mail server.' }), event(2, { event: 'unknown' })];
    expect(logLines(buildApproved(), log)).toMatchObject([
      { text: 'Failed: No mail server.', bad: true },
      { text: 'Not known whether it was done', bad: true },
    ]);
  });
});

describe(refusedLines, () => {
  test('lists what never became a proposal', () => {
    const log = [event(1, {}), event(2, { approvalId: null, event: 'refused', note: 'That day is over.' })];
    expect(refusedLines(log)).toEqual([
      { id: 2, atMs: 2_000, text: 'Not proposed: That day is over.', bad: false },
    ]);
  });
});
