import type { Meeting } from '../db/queries/meetings.ts';
import type { Admission, Entry } from '../lib/messages.ts';
import { may, type Role } from '../lib/roles.ts';

/** People may come this much before the time that a meeting is planned for. */
const earlyMs = 15 * 60_000;

export interface EntryQuestion {
  meeting: Pick<Meeting, 'status' | 'scheduledAt' | 'locked' | 'waitingRoom' | 'passwordHash' | 'maxPeople'>;
  role: Role;
  /** Null for someone who was never here. */
  admission: Admission | null;
  /** Came with an invitation of their own: no password and no waiting. */
  invited: boolean;
  passwordGiven: boolean;
  /** Seats that others hold. */
  seatsTaken: number;
  nowMs: number;
}

/**
 * What happens to someone who wants to come into a meeting that has not ended. Who was let in stays let in: a
 * password, a lock or a waiting room that came later does not keep them from coming back.
 */
export function decideEntry(question: EntryQuestion): Entry {
  const { meeting, role, admission } = question;
  if (admission === 'removed' || admission === 'declined') return admission;
  if (may(role, 'moderate')) return 'open';
  const full = meeting.maxPeople !== null && question.seatsTaken >= meeting.maxPeople;
  if (admission === 'admitted') return full ? 'full' : 'open';
  if (isEarly(meeting, question.nowMs)) return 'not_started';
  if (admission === 'waiting') return 'waiting_room';
  if (meeting.locked) return 'locked';
  if (meeting.passwordHash !== null && !question.passwordGiven && !question.invited) return 'password';
  if (full) return 'full';
  return meeting.waitingRoom && !question.invited ? 'waiting_room' : 'open';
}

function isEarly({ status, scheduledAt }: EntryQuestion['meeting'], nowMs: number): boolean {
  return status === 'scheduled' && scheduledAt !== null && nowMs < scheduledAt.getTime() - earlyMs;
}
