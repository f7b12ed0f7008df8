import type { ReplyRow } from '../../db/queries/replies.ts';
import type { Reply } from '../../lib/assistant-messages.ts';

export function replyView(row: ReplyRow): Reply {
  const { id, kind, question, audience, text, citations, by, spoken, state } = row;
  const asker = row.askerId && row.askerName !== null ? { id: row.askerId, name: row.askerName } : null;
  const cause = row.causeEpoch && row.causeSeq ? { epoch: row.causeEpoch, seq: row.causeSeq } : null;
  return {
    id,
    kind,
    asker,
    question,
    cause,
    audience,
    text,
    citations,
    by,
    spoken,
    state,
    atMs: row.createdAt.getTime(),
  };
}
