import type { ApprovalView } from '../../../lib/assistant-messages.ts';
import { createId } from '../../../lib/ids.ts';

/** A proposal of Ana's that waits for her. */
export function approvalOf(over: Partial<ApprovalView> = {}): ApprovalView {
  const ana = over.approver ?? { id: createId('par'), name: 'Ana Ruiz' };
  return {
    id: createId('apr'),
    meetingId: createId('mtg'),
    tool: 'recordDecision',
    arguments: { text: 'We launch in March.' },
    digest: 'd',
    askedBy: ana,
    approver: ana,
    cause: { epoch: 1, seq: 7, speakerName: 'Ana Ruiz', text: 'Nova, note that we launch in March.' },
    conflicts: [],
    state: 'pending',
    createdAtMs: 0,
    expiresAtMs: 86_400_000,
    decision: null,
    action: null,
    ...over,
  };
}
