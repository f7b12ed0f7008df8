import { expireApprovals } from '../../db/queries/expire-approvals.ts';
import { announceAssistance } from '../assistant/announce.ts';
import type { WebContext } from '../context.ts';

/** Closes proposals that nobody answered in time. Silence is never an approval. */
export async function closeOverdueApprovals(context: WebContext): Promise<void> {
  const meetings = await context.database.db.transaction((tx) => expireApprovals(tx));
  for (const meetingId of meetings) await announceAssistance(context, meetingId);
}
