/** Mails about a planned meeting: the invitation, changes, and its cancellation, each with a calendar entry. */
import { DateTime } from 'luxon';
import { formatMeetingEvent } from '../../lib/calendar/meeting-event.ts';
import { describeRecurrence } from '../../lib/describe-recurrence.ts';
import type { InvitationLinks } from '../../lib/invitation-links.ts';
import { type InvitationNews, invitationMail } from '../../lib/mail/invitation-mail.ts';
import { renderMail } from '../../lib/mail/render-mail.ts';
import { parseRrule } from '../../lib/recurrence.ts';
import type { Tx } from '../database.ts';
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
  for (const invitation of invited) {
    if (!invitation.email) continue;
    const url = links.urlOf(invitation.id);
    const { subject, template } = invitationMail({
      news,
      title: meeting.title,
      organizer: organizer.name,
      when: describeTime(meeting),
      url,
    });
    const calendar = formatCalendar(meeting, { organizer, attendee: invitation.email, url, news });
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

/** Null for a meeting without a time: there is nothing to put into a calendar. */
function formatCalendar(
  meeting: Meeting,
  {
    organizer,
    attendee,
    url,
    news,
  }: { organizer: Organizer; attendee: string; url: string; news: InvitationNews },
) {
  if (!meeting.scheduledAt) return null;
  const method = news === 'cancelled' || news === 'uninvited' ? 'CANCEL' : 'REQUEST';
  const content = formatMeetingEvent({
    method,
    uid: `${seriesHead(meeting)}@parley`,
    sequence: meeting.sequence,
    title: meeting.title,
    start: meeting.seriesStart ?? meeting.scheduledAt,
    durationMinutes: meeting.durationMinutes ?? 60,
    timeZone: meeting.timeZone ?? 'UTC',
    recurrence: meeting.recurrence,
    url,
    organizer,
    attendee,
    now: new Date(),
  });
  const contentType = `text/calendar; method=${method}; charset=utf-8`;
  return { filename: method === 'CANCEL' ? 'cancelled.ics' : 'invite.ics', contentType, content };
}

/** `Tuesday, 3 March 2026, 09:30 to 10:00 (Europe/Berlin). Every week`; null without a time. */
export function describeTime({ scheduledAt, durationMinutes, timeZone, recurrence }: Meeting): string | null {
  if (!scheduledAt) return null;
  const zone = timeZone ?? 'UTC';
  const start = DateTime.fromJSDate(scheduledAt, { zone }).setLocale('en-GB');
  const end = start.plus({ minutes: durationMinutes ?? 60 });
  const when = `${start.toFormat('cccc, d LLLL yyyy, HH:mm')} to ${end.toFormat('HH:mm')} (${zone})`;
  return recurrence ? `${when}. ${describeRecurrence(parseRrule(recurrence, zone))}` : when;
}
