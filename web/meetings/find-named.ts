import type { Tx } from '../../db/database.ts';
import { listMembers, type Member } from '../../db/queries/members.ts';
import type { MeetingId } from '../../lib/ids.ts';
import { asSeen } from '../proposals/look-alike.ts';

/** The one person of the meeting who is called so, as an eye reads it; null for nobody, or for several. */
export async function findNamed(db: Tx, meetingId: MeetingId, name: string): Promise<Member | null> {
  const named = (await listMembers(db, meetingId)).filter((person) => asSeen(person.name) === asSeen(name));
  const [only, ...others] = named;
  return only && others.length === 0 ? only : null;
}
