import type { Meeting, MeetingRules } from '../db/queries/meetings.ts';
import { findMeeting, lockMeeting, setMeetingRules } from '../db/queries/meetings.ts';
import type { Participant } from '../db/queries/participants.ts';
import { ParleyError } from '../lib/errors.ts';
import type { ChangeSettings, MeetingSettings } from '../lib/host-messages.ts';
import type { MeetingId } from '../lib/ids.ts';
import type { WebContext } from './context.ts';
import { admitWaiting } from './host-actions.ts';
import { mirrorMeeting } from './mirror-meeting.ts';
import { hashPassword } from './password.ts';
import { tellRoom } from './polls/tell-poll.ts';
import { stopScreenOfGuests } from './screen/share-screen.ts';
import { tellModerators } from './tell-moderators.ts';

/** What those who moderate may know of a meeting's rules: that there is a password, not which. */
export function settingsOf(meeting: Meeting): MeetingSettings {
  return {
    locked: meeting.locked,
    waitingRoom: meeting.waitingRoom,
    hasPassword: meeting.passwordHash !== null,
    maxPeople: meeting.maxPeople,
    whoMayChat: meeting.whoMayChat,
    whoMayShare: meeting.whoMayShare,
    whoMayDraw: meeting.whoMayDraw,
    whoMayPoll: meeting.whoMayPoll,
    muteOnJoin: meeting.muteOnJoin,
  };
}

/** Changes who comes in and what people may do from now on. Who waits when the waiting room closes is let in. */
export async function changeSettings(
  context: WebContext,
  actor: Participant,
  { password, ...settings }: ChangeSettings,
): Promise<MeetingSettings> {
  const { meetingId } = actor;
  const rules: MeetingRules = { ...settings };
  if (password !== undefined) rules.passwordHash = password === null ? null : await hashPassword(password);
  const meeting = await context.database.db.transaction(async (tx) => {
    await lockMeeting(tx, meetingId);
    await setMeetingRules(tx, meetingId, rules);
    if (rules.waitingRoom === false) await admitWaiting(tx, meetingId);
    return findMeeting(tx, meetingId);
  });
  if (!meeting) throw new ParleyError('not_found', 'This meeting does not exist any more.');
  if (rules.whoMayChat ?? rules.whoMayShare ?? rules.whoMayDraw) await showRules(context, meetingId);
  if (rules.whoMayPoll) await tellRoom(context, actor, { type: 'polls.changed' });
  if (rules.whoMayShare === 'hosts') await stopScreenOfGuests(context, actor);
  await tellModerators(context, meetingId);
  return settingsOf(meeting);
}

/** Everyone reads what they may do from the room; while LiveKit is away the stored rule holds. */
async function showRules(context: WebContext, meetingId: MeetingId): Promise<void> {
  await mirrorMeeting(context, meetingId).catch((error) => {
    context.logger.warn({ err: error, meetingId }, 'rules not shown yet');
  });
}
