/** What follows the first summary of a meeting: one mail to each person, and never a second one. */
import { DateTime } from 'luxon';
import type { Db } from '../db/database.ts';
import { findUser } from '../db/queries/accounts.ts';
import { listDecisions } from '../db/queries/decisions.ts';
import type { NewMail } from '../db/queries/mails.ts';
import { findMeeting, type Meeting } from '../db/queries/meetings.ts';
import { listMembers } from '../db/queries/members.ts';
import { listStages, setStage } from '../db/queries/stages.ts';
import { findSummaryVersion } from '../db/queries/summaries.ts';
import { areSummaryMailsWritten, listOptOuts, writeSummaryMails } from '../db/queries/summary-mails.ts';
import { listTasksOf, type Task } from '../db/queries/tasks.ts';
import type { MeetingId } from '../lib/ids.ts';
import { renderMail } from '../lib/mail/render-mail.ts';
import { summaryMail } from '../lib/mail/summary-mail.ts';
import type { FunctionContext, FunctionParts } from './context.ts';
import { summaryFailed, summaryReady } from './events.ts';
import { type Chosen, chooseRecipients, type Recipient } from './mail/choose-recipients.ts';
import { linkPage, linkRooms } from './mail/link-pages.ts';

export function createMailSummary(context: FunctionContext) {
  const { inngest, database, logger } = context;
  return inngest.createFunction(
    {
      id: 'mail-summary',
      triggers: [{ event: summaryReady, if: 'event.data.version == 1' }, summaryFailed],
      // All that can fail is the database: with the embedded runner's backoff these last a quarter of an hour.
      retries: 20,
      concurrency: [{ limit: 10 }, { limit: 1, key: 'event.data.meetingId' }],
      onFailure: async ({ event, step }) => {
        const { meetingId } = summaryFailed.schema.parse(event.data.event.data);
        await step.run('say-so', () => sayThatNoneWasSent(database.db, meetingId));
      },
    },
    async ({ event, step }) => {
      const { meetingId } = event.data;
      const mails = await step.run('write-mails', () => writeMails(context, meetingId));
      logger.info({ meetingId, mails }, 'summary mailed');
      return mails;
    },
  );
}

/**
 * Writes the mails of a meeting once, and how many there are; 0 where nobody gets one, and the stage says why. Breakout
 * rooms have none: the mails of their meeting lead to them.
 */
export async function writeMails(parts: FunctionParts, meetingId: MeetingId): Promise<number> {
  const { db } = parts.database;
  const meeting = await findMeeting(db, meetingId);
  if (!meeting || (await areSummaryMailsWritten(db, meetingId))) return 0;
  if (meeting.parentId !== null) {
    await setStage(db, meetingId, 'mail', 'skipped', 'A breakout room has no mail of its own.');
    return 0;
  }
  const chosen = await findRecipients(db, meeting);
  if (chosen.kind === 'nobody') {
    await setStage(db, meetingId, 'mail', 'skipped', chosen.reason);
    return 0;
  }
  const letters = await writeLetters(parts, meeting, chosen.recipients);
  return (await writeSummaryMails(db, meetingId, letters)) ? letters.length : 0;
}

async function findRecipients(db: Db, meeting: Meeting): Promise<Chosen> {
  const members = await listMembers(db, meeting.id);
  const owner = meeting.ownerId === null ? null : await findUser(db, meeting.ownerId);
  const addresses = [...members.map(({ address }) => address), owner?.email];
  const optedOut = await listOptOuts(
    db,
    addresses.flatMap((address) => address?.toLowerCase() ?? []),
  );
  return chooseRecipients({ mode: meeting.summaryMail, members, owner, optedOut });
}

type Letter = Omit<NewMail, 'kind' | 'dedupeKey' | 'meetingId'>;

async function writeLetters(
  parts: FunctionParts,
  meeting: Meeting,
  recipients: readonly Recipient[],
): Promise<Letter[]> {
  const { mailLinks } = parts;
  const { db } = parts.database;
  const summary = await findSummaryVersion(db, meeting.id);
  const stages = await listStages(db, meeting.id);
  const tasks = (await listTasksOf(db, meeting.id)).filter(({ doneAt }) => doneAt === null);
  const decisions = (await listDecisions(db, meeting.id)).map(({ decision }) => decision.text);
  const shared = {
    meetingTitle: meeting.title,
    when: describeTime(meeting),
    summary: summary && {
      overview: summary.content.overview,
      questions: summary.content.questions.map(({ text }) => text),
      by: summary.by,
      model: summary.model,
    },
    reason: stages.find(({ stage }) => stage === 'summary')?.message ?? '',
    decisions,
  };
  return Promise.all(
    recipients.map(async (recipient) => {
      const unsubscribe = mailLinks.unsubscribe(recipient.address);
      const { subject, template } = summaryMail({
        ...shared,
        own: tasks.filter((task) => isTheirs(task, recipient)).map(mailedTask),
        others: tasks.filter((task) => !isTheirs(task, recipient)).map(mailedTask),
        rooms: await linkRooms(parts, meeting.id, recipient),
        url: linkPage(parts, meeting.id, recipient),
        unsubscribeUrl: unsubscribe.pageUrl,
      });
      const { address } = recipient;
      return {
        recipient: address,
        subject,
        ...(await renderMail(template)),
        unsubscribeUrl: unsubscribe.postUrl,
      };
    }),
  );
}

function isTheirs({ ownerId, ownerUserId }: Task, { participantIds, userId }: Recipient): boolean {
  if (ownerUserId !== null && ownerUserId === userId) return true;
  return ownerId !== null && participantIds.includes(ownerId);
}

const mailedTask = ({ text, ownerName, due }: Task) => ({ text, owner: ownerName, due });

/** `Tuesday, 3 March 2026, 10:00 to 10:25 (Europe/Berlin)`. */
function describeTime({ startedAt, createdAt, endedAt, timeZone }: Meeting): string {
  const zone = timeZone ?? 'UTC';
  const start = DateTime.fromJSDate(startedAt ?? createdAt, { zone }).setLocale('en-GB');
  const end = endedAt && DateTime.fromJSDate(endedAt, { zone });
  return `${start.toFormat('cccc, d LLLL yyyy, HH:mm')}${end ? ` to ${end.toFormat('HH:mm')}` : ''} (${zone})`;
}

/** Says in the meeting that the mails could not be written, unless they were. */
export async function sayThatNoneWasSent(db: Db, meetingId: MeetingId): Promise<void> {
  if (!(await findMeeting(db, meetingId)) || (await areSummaryMailsWritten(db, meetingId))) return;
  await setStage(
    db,
    meetingId,
    'mail',
    'failed',
    'Not sent: something on our side did not work, several times.',
  );
}
