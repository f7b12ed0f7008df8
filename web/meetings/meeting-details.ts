import { countOpenRequests } from '../../db/queries/access-requests.ts';
import { listBreakoutsOf } from '../../db/queries/breakout-rooms.ts';
import { findSummary, listAttendees, listSeries } from '../../db/queries/meeting-people.ts';
import { findMeeting } from '../../db/queries/meetings.ts';
import { seriesHead } from '../../db/queries/occurrences.ts';
import { ParleyError } from '../../lib/errors.ts';
import type { MeetingDetails } from '../../lib/planning.ts';
import { parseRrule } from '../../lib/recurrence.ts';
import { may } from '../../lib/roles.ts';
import type { WebContext } from '../context.ts';
import { accountViewer, type MeetingAccess, viewerOf } from '../meeting-access.ts';
import { meetingSummary } from './meeting-summary.ts';

/** What the page of one meeting shows. */
export async function meetingDetails(
  { database: { db } }: WebContext,
  access: MeetingAccess,
): Promise<MeetingDetails> {
  const { meeting, role, user } = access;
  const summary = await findSummary(db, meeting.id);
  if (!summary) throw new ParleyError('not_found', 'This meeting does not exist any more.');
  const { recurrence, timeZone } = meeting;
  const mayShare = role !== null && may(role, 'share');
  const main = meeting.parentId && (await findMeeting(db, meeting.parentId));
  return {
    meeting: {
      ...meetingSummary(summary, user?.id ?? null),
      language: meeting.language,
      personaName: meeting.persona.name,
      timeZone,
      recurrence: recurrence && timeZone ? parseRrule(recurrence, timeZone) : null,
      movedFromMs: meeting.recurrenceAt?.getTime() ?? null,
      hasPassword: meeting.passwordHash !== null,
      waitingRoom: meeting.waitingRoom,
      summary: {
        template: meeting.summaryTemplate,
        instructions: meeting.summaryInstructions,
        mail: meeting.summaryMail,
      },
      mayEdit: role !== null && may(role, 'edit'),
      mayCorrect: role !== null && may(role, 'correct'),
      mayShare,
      asking: mayShare ? await countOpenRequests(db, meeting.id) : 0,
    },
    people: await listAttendees(db, meeting.id),
    main: main ? { id: main.id, title: main.title } : null,
    breakouts: await listBreakoutsOf(db, viewerOf(access), meeting.id),
    series:
      user && recurrence ? await listSeries(db, accountViewer(user), seriesHead(meeting), meeting.id) : [],
  };
}
