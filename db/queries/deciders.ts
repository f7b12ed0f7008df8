/** People around one proposal, as far as it matters for who may decide. */
import { eq } from 'drizzle-orm';
import type { ParticipantId } from '../../lib/ids.ts';
import type { Tx } from '../database.ts';
import { participants } from '../schema/meetings.ts';
import { isPresent } from './people.ts';

export async function findDecider(db: Tx, id: ParticipantId) {
  const [row] = await db
    .select({
      id: participants.id,
      userId: participants.userId,
      role: participants.role,
      admission: participants.admission,
      present: isPresent,
    })
    .from(participants)
    .where(eq(participants.id, id));
  return row ?? null;
}
