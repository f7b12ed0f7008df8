import type { Tx } from '../../db/database.ts';
import { findMeeting, type Meeting } from '../../db/queries/meetings.ts';
import { listMembers, type Member } from '../../db/queries/members.ts';
import { ParleyError } from '../../lib/errors.ts';
import type { ApprovedAction } from '../../lib/tools/tool.ts';

/** Where an effect was asked for: the meeting, who was let into it, and who approved. */
export interface Surroundings {
  meeting: Meeting;
  people: Member[];
  approver: Member;
}

/** Throws `not_found` when the meeting, or whoever approved, is gone. */
export async function findSurroundings(tx: Tx, action: ApprovedAction): Promise<Surroundings> {
  const meeting = await findMeeting(tx, action.meetingId);
  if (!meeting) throw new ParleyError('not_found', 'The meeting does not exist any more.');
  const people = await listMembers(tx, action.meetingId);
  const approver = people.find(({ id }) => id === action.approvedBy);
  if (!approver) throw new ParleyError('not_found', 'Whoever approved it was put out of the meeting.');
  return { meeting, people, approver };
}
