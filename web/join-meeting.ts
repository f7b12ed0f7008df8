import type { Tx } from '../db/database.ts';
import { findMeetingByCode, lockMeeting, type Meeting } from '../db/queries/meetings.ts';
import { findParticipant, saveParticipant } from '../db/queries/participants.ts';
import { countSeats, isAccountRemoved } from '../db/queries/people.ts';
import { ParleyError } from '../lib/errors.ts';
import { createId } from '../lib/ids.ts';
import { parseMeetingCode } from '../lib/meeting-code.ts';
import { type Entry, type Joined, type JoinMeeting, limits, type Waiting } from '../lib/messages.ts';
import { cleanText } from '../lib/text.ts';
import { checkPassword } from './check-password.ts';
import type { WebContext } from './context.ts';
import { decideEntry } from './decide-entry.ts';
import { isHostOf, type Joiner } from './joiner.ts';
import { meetingView } from './meeting-view.ts';
import { takeInvitation } from './meetings/accept-invitation.ts';
import { letIn, openRoom } from './open-room.ts';
import { refuseDeleted } from './refuse-deleted.ts';
import { tellModerators } from './tell-moderators.ts';

/** The meeting behind a typed or linked code; throws `not_found`, for an impossible code too. */
export async function meetingByCode(context: WebContext, text: string): Promise<Meeting> {
  const code = parseMeetingCode(text);
  const meeting = code ? await findMeetingByCode(context.database.db, code) : null;
  if (meeting) return meeting;
  if (code) await refuseDeleted(context, code);
  throw new ParleyError('not_found', 'There is no meeting with this code.');
}

/** What would happen to this person now, without doing it. */
export async function entryOf(
  db: Tx,
  meeting: Meeting,
  { known, role, userId, invited }: Joiner,
  passwordGiven = false,
): Promise<Entry> {
  const removed = userId !== null && (await isAccountRemoved(db, meeting.id, userId));
  return decideEntry({
    meeting,
    role,
    admission: removed ? 'removed' : (known?.admission ?? null),
    invited,
    passwordGiven,
    seatsTaken: meeting.maxPeople === null ? 0 : await countSeats(db, meeting.id, known?.id ?? null),
    nowMs: Date.now(),
  });
}

/**
 * Lets a person in, or into the waiting room: stores name and consent, starts the meeting and its room when this is
 * the first join, and returns what the browser needs to connect. A returning person keeps the identity. Throws the
 * reason for which somebody stays out. Joins and host actions of one meeting go one at a time, so that no one slips
 * in beside a removal or over the limit.
 */
export async function joinMeeting(
  context: WebContext,
  meeting: Meeting,
  joiner: Joiner,
  request: JoinMeeting & { source: string },
): Promise<Joined | Waiting> {
  const name = cleanText(request.name, limits.name);
  if (name === '') throw new ParleyError('bad_request', 'Please enter a name.');
  refuseEnded(meeting);
  const { db } = context.database;

  const asksForPassword = (await entryOf(db, meeting, joiner)) === 'password';
  if (asksForPassword && request.password !== undefined) {
    await checkPassword(context, meeting, { password: request.password, source: request.source });
  }
  const goodHash = asksForPassword && request.password !== undefined ? meeting.passwordHash : null;

  const outcome = await db.transaction(async (tx) => {
    const locked = await lockMeeting(tx, meeting.id);
    if (!locked) throw new ParleyError('not_found', 'There is no meeting with this code.');
    refuseEnded(locked);
    // What was known before waiting for the lock may be outdated: a host may have acted meanwhile.
    const known = joiner.known && (await findParticipant(tx, meeting.id, joiner.known.id));
    const role = known && !isHostOf(joiner) ? known.role : joiner.role;
    const current = { ...joiner, known, role };
    const entry = await entryOf(tx, locked, current, goodHash !== null && goodHash === locked.passwordHash);
    const waits = entry === 'waiting_room';
    if (entry !== 'open' && !waits) throw refusalOf(entry, locked);
    const invitation = known ? null : joiner.invitation;
    if (invitation) await takeInvitation(tx, invitation);
    const person = await saveParticipant(tx, {
      id: known?.id ?? createId('par'),
      meetingId: meeting.id,
      name,
      email: request.email ?? null,
      role,
      userId: joiner.userId,
      ...(invitation ? { invitationId: invitation.id } : {}),
      admission: waits ? 'waiting' : 'admitted',
      lastAskedAt: waits ? new Date() : null,
      consentNoticeVersion: request.consent.noticeVersion,
    });
    return waits
      ? { kind: 'waits' as const, person, meeting: locked }
      : { kind: 'enters' as const, person, ...(await openRoom(context, tx, locked.id)) };
  });

  const { person } = outcome;
  if (outcome.kind === 'enters') return letIn(context, person, outcome);
  await tellModerators(context, meeting.id);
  return {
    waiting: true,
    meeting: meetingView(outcome.meeting, false),
    participantId: person.id,
    name,
    apiToken: await context.tokens.signPerson({
      meetingId: meeting.id,
      participantId: person.id,
      role: person.role,
    }),
  };
}

function refuseEnded(meeting: Meeting): void {
  if (meeting.status === 'ended' || meeting.status === 'completed') {
    const message = meeting.cancelledAt ? 'This meeting was cancelled.' : 'This meeting has ended.';
    throw new ParleyError('meeting_ended', message);
  }
}

function refusalOf(entry: Exclude<Entry, 'open' | 'waiting_room'>, meeting: Meeting): ParleyError {
  switch (entry) {
    case 'password':
      return new ParleyError('password_needed', 'This meeting has a password.');
    case 'not_started':
      return new ParleyError('not_started', `This meeting starts at ${meeting.scheduledAt?.toISOString()}.`);
    case 'locked':
      return new ParleyError('meeting_locked', 'The host has locked this meeting.');
    case 'full':
      return new ParleyError('meeting_full', 'This meeting is full.');
    case 'removed':
      return new ParleyError('removed', 'A host removed you from this meeting.');
    case 'declined':
      return new ParleyError('declined', 'A host did not let you in.');
    default:
      return entry satisfies never;
  }
}
