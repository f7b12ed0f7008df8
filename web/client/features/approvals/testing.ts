/** Builders for tests of proposals. */
import type { ApprovalView } from '../../../../lib/assistant-messages.ts';
import { meetingId } from '../captions/testing.ts';

export const ana = { id: 'par_01JD0000000000000000000000', name: 'Ana Ruiz' } as const;
export const ben = { id: 'par_01JD0000000000000000000001', name: 'Ben Carter' } as const;

export function buildApproval(change: Partial<ApprovalView> = {}): ApprovalView {
  return {
    id: 'apr_01JD0000000000000000000000',
    meetingId,
    tool: 'scheduleMeeting',
    arguments: {
      title: 'Follow-up on the launch',
      startsAt: '2026-03-10T10:00:00+01:00',
      durationMinutes: 30,
      attendees: ['Ana Ruiz', 'Ben Carter'],
    },
    digest: 'digest-1',
    askedBy: ana,
    approver: ana,
    cause: { epoch: 1, seq: 22, speakerName: 'Ana Ruiz', text: 'Schedule a follow-up with Ben.' },
    conflicts: [],
    state: 'pending',
    createdAtMs: 1_000,
    expiresAtMs: 10_000_000_000_000,
    decision: null,
    action: null,
    ...change,
  };
}

/** The same proposal after somebody approved it. */
export function buildApproved(change: Partial<ApprovalView> = {}): ApprovalView {
  return buildApproval({
    state: 'approved',
    decision: { by: ana, atMs: 2_000, reason: '', original: null },
    action: { id: 'act_01JD0000000000000000000000', status: 'waiting', message: '', finishedAtMs: null },
    ...change,
  });
}
