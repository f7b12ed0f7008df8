import { findParticipant } from '../../db/queries/participants.ts';
import { saveReply } from '../../db/queries/replies.ts';
import type { Reply } from '../../lib/assistant-messages.ts';
import { ParleyError } from '../../lib/errors.ts';
import type { WebContext } from '../context.ts';
import type { AgentClaims } from '../tokens.ts';
import { announceAssistance } from './announce.ts';

/**
 * Stores what the AI participant answers, or its newer state. Throws `bad_request` for an answer to one person that
 * nobody asked for or that was said aloud, and `conflict` for a second greeting.
 */
export async function storeReply(
  context: WebContext,
  { meetingId, epoch }: AgentClaims,
  reply: Reply,
): Promise<void> {
  const { db } = context.database;
  if (reply.audience === 'me' && (reply.asker === null || reply.spoken)) {
    throw new ParleyError('bad_request', 'An answer to one person has an asker, and is not spoken.');
  }
  if (reply.asker && !(await findParticipant(db, meetingId, reply.asker.id))) {
    throw new ParleyError('bad_request', 'Whoever asked is not of this meeting.');
  }
  const { asker, cause, atMs: _, ...stored } = reply;
  const saved = await saveReply(db, {
    ...stored,
    meetingId,
    epoch,
    text: stored.text.replaceAll('\0', ''),
    question: stored.question.replaceAll('\0', ''),
    askerId: asker?.id ?? null,
    causeEpoch: cause?.epoch ?? null,
    causeSeq: cause?.seq ?? null,
  });
  if (!saved) throw new ParleyError('conflict', 'This meeting was greeted before.');
  if (reply.state !== 'writing') await announceAssistance(context, meetingId);
}
