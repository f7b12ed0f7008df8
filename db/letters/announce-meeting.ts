/** Mails about a planned meeting: the invitation, changes, and its cancellation, each with a calendar entry. */
import { DateTime } from 'luxon';
import { formatMeetingEvent, type MeetingEvent } from '../../lib/calendar/meeting-event.ts';
import { describeRecurrence } from '../../lib/describe-recurrence.ts';
import type { InvitationLinks } from '../../lib/invitation-links.ts';
import { type InvitationNews, invitationMail } from '../../lib/mail/invitation-mail.ts';
import { renderMail } from '../../lib/mail/render-mail.ts';
import { parseRrule } from '../../lib/recurrence.ts';
import type { Tx } from '../database.ts';
import { entryTimes, occurrenceTime } from '../queries/calendar.ts';
import type { Invitation } from '../queries/invitations.ts';
import { enqueueMail } from '../queries/mails.ts';
import type { Meeting } from '../queries/meetings.ts';
import { seriesHead } from '../queries/occurrences.ts';

export interface Organizer {
  name: string;
  email: string;
}

/** Writes one mail per invited person in the caller's transaction; the same news of the same state only once. */
export async function announceMeeting(
  tx: Tx,
  links: InvitationLinks,
  {
    meeting,
    invited,
    organizer,
    news,
  }: {
    meeting: Meeting;
    invited: Invitation[];
    organizer: Organizer;
    news: InvitationNews;
  },
): Promise<void> {
  const times = await eventTimes(tx, meeting, news);
  for (const invitation of invited) {
    if (!invitation.email) continue;
    const url = links.urlOf(invitation.id);
    const { subject, template } = invitationMail({
      news,
      title: meeting.title,
      organizer: organizer.name,
      when: describeTime(meeting, news),
      url,
    });
    const calendar = times
      ? formatCalendar(meeting, { times, organizer, attendee: invitation.email, url, news })
      : null;
    await enqueueMail(tx, {
      dedupeKey: `meeting-${news}:${invitation.id}:${meeting.sequence}`,
      kind: `meeting_${news}`,
      recipient: invitation.email,
      subject,
      ...(await renderMail(template)),
      attachments: calendar === null ? [] : [calendar],
    });
  }
}

/** When it takes place, as calendars want to know it; null for a meeting without a time. */
async function eventTimes(
  tx: Tx,
  meeting: Meeting,
  news: InvitationNews,
): Promise<MeetingEvent['times'] | null> {
  const { scheduledAt, recurrence } = meeting;
  const alone = recurrence !== null && (news === 'moved' || news === 'skipped');
  return alone && scheduledAt ? [occurrenceTime(meeting, scheduledAt)] : entryTimes(tx, meeting);
}

function formatCalendar(
  meeting: Meeting,
  {
    times,
    organizer,
    attendee,
    url,
    news,
  }: {
    times: MeetingEvent['times'];
    organizer: Organizer;
    attendee: string;
    url: string;
    news: InvitationNews;
  },
) {
  const off = news === 'cancelled' || news === 'uninvited' || news === 'skipped';
  const method = off ? 'CANCEL' : 'REQUEST';
  const content = formatMeetingEvent({
    method,
    uid: `${seriesHead(meeting)}@parley`,
    sequence: meeting.sequence,
    title: meeting.title,
    times,
    durationMinutes: meeting.durationMinutes ?? 60,
    timeZone: meeting.timeZone ?? 'UTC',
    url,
    organizer,
    attendee,
    now: new Date(),
  });
  const contentType = `text/calendar; method=${method}; charset=utf-8`;
  return { filename: method === 'CANCEL' ? 'cancelled.ics' : 'invite.ics', contentType, content };
}

/** `Tuesday, 3 March 2026, 09:30 to 10:00 (Europe/Berlin). Every week`; null without a time. */
function describeTime(meeting: Meeting, news: InvitationNews): string | null {
  const { scheduledAt, durationMinutes, timeZone, recurrence, recurrenceAt } = meeting;
  if (!scheduledAt) return null;
  const zone = timeZone ?? 'UTC';
  const start = DateTime.fromJSDate(scheduledAt, { zone }).setLocale('en-GB');
  const end = start.plus({ minutes: durationMinutes ?? 60 });
  const when = `${start.toFormat('cccc, d LLLL yyyy, HH:mm')} to ${end.toFormat('HH:mm')} (${zone})`;
  if (news === 'moved' && recurrenceAt) {
    const before = DateTime.fromJSDate(recurrenceAt, { zone }).setLocale('en-GB');
    return `${when}, instead of ${before.toFormat('cccc, d LLLL, HH:mm')}`;
  }
  if (news === 'moved' || news === 'skipped') return when;
  return recurrence ? `${when}. ${describeRecurrence(parseRrule(recurrence, zone))}` : when;
}
