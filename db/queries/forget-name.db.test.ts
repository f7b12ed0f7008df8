import { eq } from 'drizzle-orm';
import { beforeEach, describe, expect, it } from 'vitest';
import { addPerson, approve } from '../../functions/testing/approve.ts';
import { seedMeeting } from '../../functions/testing/seed-meeting.ts';
import type { MeetingId, ParticipantId } from '../../lib/ids.ts';
import { summarySchema } from '../../lib/summary.ts';
import { shareTestDatabase } from '../../local/testing/test-database.ts';
import { approvals } from '../schema/assistance.ts';
import { invitations } from '../schema/invitations.ts';
import { mails } from '../schema/mails.ts';
import { findUserByEmail } from './accounts.ts';
import { removeAccount } from './delete-account.ts';
import { forgetName } from './forget-name.ts';
import { enqueueMail } from './mails.ts';
import { findSummaryVersion, storeSummary } from './summaries.ts';
import { writeSummaryMails } from './summary-mails.ts';

const database = await shareTestDatabase();
const { db, sql } = database;
let accounts = 0;
beforeEach(async () => {
  await db.delete(mails);
});

interface Stage {
  id: MeetingId;
  me: ParticipantId;
  email: string;
  leave(): Promise<void>;
}

/** Somebody with an account, so called, was in a meeting with Ana. */
async function seed(name: string): Promise<Stage> {
  const { id } = await seedMeeting(database);
  const email = `leaver${accounts++}@example.test`;
  const me = await addPerson(database, id, { name, account: email });
  const leave = async () => {
    const user = await findUserByEmail(db, email);
    if (user) await removeAccount(db, user, 'keep');
  };
  return { id, me, email, leave };
}

const lines = [{ epoch: 1, seq: 1 }];

function summaryWith(text: string, owner: string) {
  return {
    overview: text,
    topics: [{ title: text, text, lines }],
    decisions: [{ text, lines }],
    tasks: [{ text, owner, due: '2026-03-13', quote: text, lines }],
    questions: [{ text, lines }],
    numbers: [{ text, lines }],
  };
}

async function summarise(meetingId: MeetingId, content: ReturnType<typeof summaryWith>): Promise<void> {
  const row = {
    basis: 'live',
    template: 'general',
    by: 'model',
    model: 'm',
    inputDigest: '',
    modelMs: 0,
  } as const;
  const { tasks, decisions } = content;
  const found = tasks.map((task) => ({ ...task, ownerName: task.owner, ownerId: null, ownerUserId: null }));
  await storeSummary(db, { ...row, meetingId, content }, { tasks: found, decisions });
}

describe(forgetName, () => {
  it.each(['May', '03', 'p', 'https'])('keeps the words of others where %s leaves', async (name) => {
    const { id, leave } = await seed(name);
    const text = 'Budgets may be cut in May, see <p> and https://x.test/p/03 of 2026-03-13.';
    await summarise(id, summaryWith(text, name));
    await leave();
    const summary = await findSummaryVersion(db, id);
    expect(summarySchema.parse(summary?.content)).toEqual(summaryWith(text, 'Deleted person'));
    const found = await sql`select text, owner_name, due from tasks where meeting_id = ${id}
      union all select text, null, null from decisions where meeting_id = ${id}`;
    expect([...found]).toEqual([
      { text, owner_name: 'Deleted person', due: '2026-03-13' },
      { text, owner_name: null, due: null },
    ]);
  });

  it('takes a full name out of what was written, not out of what was said', async () => {
    const { id, leave } = await seed('Zoltan Quist');
    await summarise(id, summaryWith('Zoltan Quist agrees.', 'zoltan quist'));
    await leave();
    const gone = summaryWith('Deleted person agrees.', 'Deleted person');
    const [task] = gone.tasks;
    expect((await findSummaryVersion(db, id))?.content).toEqual({
      ...gone,
      tasks: [{ ...task, quote: 'Zoltan Quist agrees.' }],
    });
  });

  it('takes the name out of the arguments of what was done, and leaves their days', async () => {
    const { id, me, leave } = await seed('03');
    const args = { text: 'Page 03', owner: '03', due: '2026-03-13' };
    const { approvalId } = await approve(database, { meetingId: id, by: me, tool: 'createTask', args });
    await sql`update actions set status = 'done' where approval_id = ${approvalId}`;
    await leave();
    const [row] = await db.select().from(approvals).where(eq(approvals.id, approvalId));
    expect(row?.arguments).toEqual({ ...args, owner: 'Deleted person' });
  });

  it.each(['queued', 'failed'] as const)(
    'lets %s mails go out as they were approved or announced',
    async (status) => {
      const { id, me, email, leave } = await seed('Zoltan Quist');
      const { actionId } = await approve(database, { meetingId: id, by: me, tool: 'createTask', args: {} });
      const invited = {
        id: `inv_${id}`,
        meetingId: id,
        role: 'guest',
        tokenHash: id,
        expiresAt: new Date(),
      } as const;
      await db.insert(invitations).values({ ...invited, email: 'olga@example.test' });
      const content = `ORGANIZER;CN="Zoltan Quist":mailto:${email}`;
      const letter = {
        recipient: 'olga@example.test',
        subject: 'From Zoltan Quist',
        html: '<p>Zoltan Quist</p>',
        text: 'Zoltan Quist',
        attachments: [{ filename: 'invite.ics', contentType: 'text/calendar', content }],
      };
      const keys = {
        follow_up: `follow-up:${actionId}:x`,
        meeting_invited: `meeting-invited:${invited.id}:0`,
      };
      for (const [kind, dedupeKey] of Object.entries(keys))
        await enqueueMail(db, { ...letter, kind, dedupeKey });
      await db.update(mails).set({ status });
      await leave();
      const left = await db.select().from(mails).orderBy(mails.kind);
      expect(left).toMatchObject([
        { ...letter, kind: 'follow_up' },
        { ...letter, kind: 'meeting_invited' },
      ]);
    },
  );

  it('takes the name out of mails that were sent, between the tags', async () => {
    const { id, me, leave } = await seed('Zoltan Quist');
    const { actionId } = await approve(database, { meetingId: id, by: me, tool: 'createTask', args: {} });
    const html = (name: string) => `<p>${name} <a href="https://x.test/Zoltan Quist">x</a></p>`;
    const letter = {
      recipient: 'olga@example.test',
      subject: 'Zoltan Quist',
      text: 'ZOLTAN QUIST',
      kind: 'follow_up',
    };
    await enqueueMail(db, { ...letter, html: html('Zoltan Quist'), dedupeKey: `follow-up:${actionId}:x` });
    await db.update(mails).set({ status: 'sent' });
    await leave();
    const gone = { subject: 'Deleted person', html: html('Deleted person'), text: 'Deleted person' };
    expect(await db.select().from(mails)).toMatchObject([gone]);
  });

  it('takes the name also out of a summary that still waits to be mailed', async () => {
    const { id, leave } = await seed('Zoltan Quist');
    const text = 'Zoltan Quist agrees.';
    await writeSummaryMails(db, id, [
      { recipient: 'olga@example.test', subject: 'Summary', html: `<p>${text}</p>`, text },
    ]);
    await leave();
    const gone = 'Deleted person agrees.';
    expect(await db.select().from(mails)).toMatchObject([{ html: `<p>${gone}</p>`, text: gone }]);
  });
});
