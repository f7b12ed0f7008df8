/** Builders for tests of questions and answers. */
import type { Reply } from '../../../../lib/assistant-messages.ts';
import { ana } from '../approvals/testing.ts';

export function buildReply(change: Partial<Reply> = {}): Reply {
  return {
    id: 'rpl_01JD0000000000000000000000',
    kind: 'question',
    asker: ana,
    question: 'When is the launch?',
    cause: null,
    audience: 'me',
    text: 'In the second week of March [1.13].',
    citations: [{ epoch: 1, seq: 13 }],
    by: 'rules',
    spoken: false,
    state: 'done',
    atMs: 1_000,
    ...change,
  };
}
