import { eq } from 'drizzle-orm';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Database } from '../../db/database.ts';
import { listAccess } from '../../db/queries/access-log.ts';
import { insertUser } from '../../db/queries/accounts.ts';
import { listFinalLines } from '../../db/queries/final-lines.ts';
import { enqueueMail } from '../../db/queries/mails.ts';
import { saveParticipant } from '../../db/queries/participants.ts';
import { insertPersona } from '../../db/queries/personas.ts';
import { findSummaryVersion, storeSummary } from '../../db/queries/summaries.ts';
import { areSummaryMailsWritten, writeSummaryMails } from '../../db/queries/summary-mails.ts';
import { chatMessages } from '../../db/schema/chat.ts';
import { recordingEgresses } from '../../db/schema/egresses.ts';
import { eventOutbox } from '../../db/schema/events.ts';
import { invitations } from '../../db/schema/invitations.ts';
import { meetings, participants, presenceIntervals } from '../../db/schema/meetings.ts';
import { personas } from '../../db/schema/personas.ts';
import { polls, pollVotes } from '../../db/schema/polls.ts';
import { recordingFiles, recordings } from '../../db/schema/recordings.ts';
import { addedLines, lineRevisions } from '../../db/schema/revisions.ts';
import { summaries } from '../../db/schema/summaries.ts';
import { tasks } from '../../db/schema/tasks.ts';
import { addLines } from '../../functions/testing/seed-meeting.ts';
import { createId, type MeetingId, type ParticipantId } from '../../lib/ids.ts';
import { type DeleteAccount, myDataSchema } from '../../lib/my-data.ts';
import { createTestDatabase } from '../../local/testing/test-database.ts';
import { createTestWeb, type TestWeb } from '../testing/test-web.ts';

let database: Database;
let web: TestWeb;
beforeEach(async () => {
  database = await createTestDatabase();
  web = createTestWeb(database);
});
afterEach(() => database[Symbol.asyncDispose]());

const password = 'seven violet kettles';
const email = 'zoltan@example.test';
const name = 'Zoltan Quist';

interface Stage {
  userId: string;
  cookie: string;
  ownerCookie: string;
  meetingId: MeetingId;
  me: ParticipantId;
  end(): Promise<unknown>;
  remove(wish?: Partial<DeleteAccount>): Promise<{ status: number; body: unknown }>;
}

/** Zoltan has an account, and was in a meeting of the owner's, in which both spoke. */
async function seed({ host = 'owner' }: { host?: 'owner' | 'me' } = {}): Promise<Stage> {
  const { db } = database;
  const owner = await web.signIn('owner@example.test');
  const { password: hasher } = await web.context.auth.$context;
  const passwordHash = await hasher.hash(password);
  const row = { name, email, emailVerified: true, timeZone: 'UTC', passwordHash };
  const user = await insertUser(db, row, 'member');
  const { cookie } = await web.signIn(email);
  const hostCookie = host === 'owner' ? owner.cookie : cookie;
  const { meeting } = await web.createMeeting(hostCookie);
  const other = await web.join(meeting.code, 'Olga', { cookie: owner.cookie });
  const mine = await web.join(meeting.code, name, { cookie });
  const me = mine.participantId;
  await addLines(database, meeting.id, [
    { speaker: other.participantId, speakerName: 'Olga', text: 'Hello.' },
    { speaker: me, speakerName: name, text: 'My secret plan.' },
  ]);
  await db
    .insert(lineRevisions)
    .values({ meetingId: meeting.id, epoch: 1, seq: 2, source: 'recording', text: 'My secret plan!' });
  const said = { meetingId: meeting.id, participantId: me, startMs: 0, endMs: 1 };
  await db.insert(addedLines).values({ ...said, number: 1, text: 'A secret aside.' });
  await db.insert(tasks).values({
    id: createId('tsk'),
    meetingId: meeting.id,
    text: 'Do it',
    ownerName: name,
    ownerId: me,
    quote: 'My secret plan.',
    lines: [{ epoch: 1, seq: 2 }],
  });
  const note = { meetingId: meeting.id, senderId: me, senderName: name, atMs: 1, offRecord: false };
  await db.insert(chatMessages).values({ ...note, id: createId('msg'), seq: 1, text: 'A secret note.' });
  const poll = { meetingId: meeting.id, choices: ['Yes', 'No'], multiple: false, results: 'live' as const };
  const [asked, answered, veiled] = [createId('pol'), createId('pol'), createId('pol')];
  await db.insert(polls).values([
    { ...poll, id: asked, askerId: me, askerName: name, question: 'A secret question?', anonymous: false },
    { ...poll, id: answered, askerName: 'Olga', question: 'Lunch?', anonymous: false, state: 'open' },
    { ...poll, id: veiled, askerName: 'Olga', question: 'Veiled?', anonymous: true, state: 'open' },
  ]);
  const vote = { participantId: me, choices: [1], revision: 1 };
  const others = { participantId: other.participantId, choices: [0], revision: 1 };
  await db.insert(pollVotes).values([
    { ...vote, pollId: answered },
    { ...others, pollId: answered },
    { ...vote, pollId: veiled },
  ]);
  const hosted = host === 'owner' ? other.apiToken : mine.apiToken;
  return {
    userId: user?.id ?? '',
    cookie,
    ownerCookie: owner.cookie,
    meetingId: meeting.id,
    me,
    end: () => web.request('POST', `/api/meetings/${meeting.id}/end`, { token: hosted }),
    remove: (wish = {}) =>
      web.request('POST', '/api/auth/delete', {
        headers: { cookie },
        body: { proof: password, meetings: 'handOver', words: 'keep', ...wish },
      }),
  };
}

/** A summary that a model wrote of the meeting, and its mail to Olga. */
async function summarise(
  meetingId: MeetingId,
  { status = 'sent' }: { status?: 'sent' | 'queued' | 'failed' } = {},
) {
  const { db, sql } = database;
  const lines = [{ epoch: 1, seq: 2 }];
  const task = { text: `${name} tells the secret`, owner: name, due: null, quote: 'My secret plan.', lines };
  const decision = { text: `The secret plan of ${name} is good`, lines };
  await storeSummary(
    db,
    {
      ...{
        meetingId,
        basis: 'live',
        template: 'general',
        by: 'model',
        model: 'm',
        inputDigest: '',
        modelMs: 0,
      },
      content: {
        overview: `Olga greets.\n${name} has a secret plan.`,
        topics: [],
        decisions: [decision],
        tasks: [task],
        questions: [],
        numbers: [],
      },
    },
    {
      tasks: [{ ...task, ownerName: name, ownerId: null, ownerUserId: null }],
      decisions: [decision],
    },
  );
  const text = `${name} has a secret plan.`;
  const letter = { recipient: 'olga@example.test', subject: 'Summary', html: `<p>${text}</p>`, text };
  await writeSummaryMails(db, meetingId, [letter]);
  await sql`update mails set status = ${status}`;
}

/** Every table with a row in which the text occurs. */
async function tablesWith(text: string): Promise<string[]> {
  const tables = await database.sql<{ name: string }[]>`
    select table_name as name from information_schema.tables
    where table_schema = 'public' and table_type = 'BASE TABLE'`;
  const found = [];
  for (const table of tables) {
    const rows = await database.sql`
      select 1 from ${database.sql(table.name)} t where position(lower(${text}) in lower(t::text)) > 0 limit 1`;
    if (rows.length > 0) found.push(table.name);
  }
  return found.toSorted();
}

describe('GET /api/auth/my-data', () => {
  it('has what is theirs, and nothing that others said', async () => {
    const { cookie, meetingId } = await seed();
    const answer = await web.fetch('/api/auth/my-data', { headers: { cookie } });
    expect(answer.headers.get('content-disposition')).toContain('parley-my-data.json');
    const text = await answer.text();
    const data = myDataSchema.parse(JSON.parse(text));
    expect(data.account).toMatchObject({ name, email, signInBy: ['credential'] });
    expect(data.meetings).toMatchObject([
      {
        id: meetingId,
        host: false,
        person: { name },
        lines: [{ text: 'A secret aside.' }, { text: 'My secret plan!' }],
        messages: [{ text: 'A secret note.' }],
        polls: [{ question: 'A secret question?', choices: ['Yes', 'No'] }],
        votes: [
          { question: 'Lunch?', choices: ['No'] },
          { question: 'Veiled?', choices: ['No'] },
        ],
        tasks: [{ text: 'Do it' }],
      },
    ]);
    expect(text).not.toContain('Hello.');
    expect(text).not.toContain('password');
  });
});

describe('POST /api/auth/delete', () => {
  it('leaves no name and no address anywhere, and what was said under no name', async () => {
    const { userId, cookie, meetingId, end, remove } = await seed();
    await end();
    await web.request('GET', `/api/meetings/${meetingId}/transcript`, { headers: { cookie } });
    const mail = { kind: 'summary', recipient: email, subject: 'Hello', html: '', text: `Dear ${name}` };
    await enqueueMail(database.db, { ...mail, dedupeKey: 'summary:1' });
    expect((await remove()).status).toBe(204);
    for (const trace of [userId, email, name]) expect(await tablesWith(trace)).toEqual([]);
    const lines = await listFinalLines(database.db, meetingId);
    expect(lines.map(({ speakerName, text }) => `${speakerName}: ${text}`)).toEqual([
      'Deleted person: A secret aside.',
      'Olga: Hello.',
      'Deleted person: My secret plan!',
    ]);
    const entries = await listAccess(database.db, meetingId, { limit: 5 });
    expect(entries.map((each) => `${each.name} ${each.event}`)).toEqual(['Deleted person read']);
    expect((await web.request('GET', '/api/auth/sessions', { headers: { cookie } })).status).toBe(401);
  });

  it('leaves no name in what was written of the meeting, and has its passages cut again', async () => {
    const { db, sql } = database;
    const { meetingId, end, remove } = await seed();
    await end();
    await summarise(meetingId);
    expect((await remove()).status).toBe(204);
    expect(await tablesWith(name)).toEqual([]);
    const summary = await findSummaryVersion(db, meetingId);
    expect(summary?.content).toMatchObject({
      overview: 'Olga greets.\nDeleted person has a secret plan.',
      tasks: [{ owner: 'Deleted person', lines: [{ epoch: 1, seq: 2 }] }],
    });
    expect(await sql`select text from mails`).toEqual([{ text: 'Deleted person has a secret plan.' }]);
    const events = await db.select({ name: eventOutbox.name, data: eventOutbox.data }).from(eventOutbox);
    expect(events).toContainEqual({ name: 'transcript/revised', data: { meetingId, by: 'person' } });
  });

  it('leaves no name in invitations that were sent, and lets one that waits go out as it is', async () => {
    const { db, sql } = database;
    const { meetingId, end, remove } = await seed();
    await end();
    const invite = async (id: string, status: 'sent' | 'queued') => {
      const invitation = {
        id,
        meetingId,
        role: 'guest',
        tokenHash: id,
        email: `${id}@example.test`,
      } as const;
      await db.insert(invitations).values({ ...invitation, expiresAt: new Date() });
      const letter = { subject: 'Invitation', html: '', text: `${name} (${email}) invites you.` };
      const dedupeKey = `meeting-invited:${id}:0`;
      await enqueueMail(db, { ...letter, dedupeKey, kind: 'meeting_invited', recipient: invitation.email });
      await sql`update mails set status = ${status} where dedupe_key = ${dedupeKey}`;
    };
    await invite('one', 'sent');
    await invite('two', 'queued');
    await remove();
    expect(await sql`select text from mails order by dedupe_key`).toEqual([
      { text: 'Deleted person (Deleted person) invites you.' },
      { text: `${name} (${email}) invites you.` },
    ]);
  });

  it('leaves the name of somebody else who is called the same', async () => {
    const { meetingId, me, end, remove } = await seed();
    const namesake = {
      id: createId('par'),
      meetingId,
      name,
      role: 'guest',
      consentNoticeVersion: 1,
    } as const;
    await saveParticipant(database.db, namesake);
    await end();
    await summarise(meetingId);
    await remove();
    const summary = await findSummaryVersion(database.db, meetingId);
    expect(summary?.content.tasks[0]?.owner).toBe(name);
    const [left] = await database.db.select().from(participants).where(eq(participants.id, me));
    expect(left?.name).toBe('Deleted person');
  });

  it('takes their words out of mails and of what a summary found in them', async () => {
    const { meetingId, end, remove } = await seed();
    await end();
    await summarise(meetingId);
    expect((await remove({ words: 'remove' })).status).toBe(204);
    for (const trace of [name, 'secret']) expect(await tablesWith(trace)).toEqual([]);
    expect(await database.sql`select status from mails`).toEqual([{ status: 'sent' }]);
  });

  it.each(['queued', 'failed'] as const)(
    'keeps no %s mail with their words, which could be sent: the next summary is mailed instead',
    async (status) => {
      const { meetingId, end, remove } = await seed();
      await end();
      await summarise(meetingId, { status });
      await remove({ words: 'remove' });
      expect(await areSummaryMailsWritten(database.db, meetingId)).toBe(false);
    },
  );

  it('takes words away where that is wished, with the recordings that have the voice', async () => {
    const { db } = database;
    const { meetingId, me, end, remove } = await seed();
    await end();
    const recordingId = createId('rec');
    await db.insert(recordings).values({ id: recordingId, meetingId, status: 'complete' });
    const file = { id: createId('fil'), recordingId, meetingId, participantId: me, location: 'x' };
    await db.insert(recordingFiles).values(file);
    await db.insert(summaries).values({
      id: createId('sum'),
      meetingId,
      version: 1,
      basis: 'live',
      template: 'general',
      by: 'rules',
      model: 'm',
      content: {
        overview: 'A secret plan.',
        topics: [],
        decisions: [],
        tasks: [],
        questions: [],
        numbers: [],
      },
      inputDigest: '',
      modelMs: 0,
    });
    expect((await remove({ words: 'remove' })).status).toBe(204);
    expect(await tablesWith('secret')).toEqual([]);
    const votes = await db.select({ choices: pollVotes.choices }).from(pollVotes);
    // The other's, and what was voted in the anonymous one, which nobody can tell from others any more.
    expect(votes.map(({ choices }) => choices)).toEqual([[0], [1]]);
    const lines = await listFinalLines(db, meetingId);
    expect(lines.filter(({ text }) => text === 'Hello.')).toHaveLength(1);
    const events = await db.select({ name: eventOutbox.name, data: eventOutbox.data }).from(eventOutbox);
    expect(events).toEqual(
      expect.arrayContaining([
        { name: 'recording/removed', data: { meetingId, recordingId } },
        { name: 'transcript/revised', data: { meetingId, by: 'recording' } },
      ]),
    );
  });

  it('takes away pictures that were made while they were there, and leaves the sound of others', async () => {
    const { db } = database;
    const { meetingId, me, end, remove } = await seed();
    await end();
    const at = (minute: number) => new Date(Date.UTC(2026, 2, 3, 9, minute));
    const presence = { meetingId, participantId: me, joinedAt: at(0), leftAt: at(20) };
    await db.insert(presenceIntervals).values({ ...presence, id: 'one', participantSid: 'PA_1' });
    const keep = async (fromMinute: number, untilMinute: number) => {
      const recordingId = createId('rec');
      await db.insert(recordings).values({ id: recordingId, meetingId, status: 'complete', picture: true });
      const id = createId('fil');
      const times = { askedAt: at(fromMinute), overAt: at(untilMinute), state: 'over' as const };
      await db.insert(recordingEgresses).values({ id, recordingId, meetingId, location: id, ...times });
      return recordingId;
    };
    const [seen, unseen] = [await keep(10, 30), await keep(25, 40)];
    expect((await remove({ words: 'remove' })).status).toBe(204);
    const kept = await db.select().from(recordings);
    expect(kept.map(({ id, picture }) => [id, picture])).toEqual(
      expect.arrayContaining([
        [seen, false],
        [unseen, true],
      ]),
    );
    const left = await db.select({ recordingId: recordingEgresses.recordingId }).from(recordingEgresses);
    expect(left).toEqual([{ recordingId: unseen }]);
    const events = await db.select({ name: eventOutbox.name, data: eventOutbox.data }).from(eventOutbox);
    expect(events).toContainEqual({ name: 'picture/removed', data: { meetingId, recordingId: seen } });
    expect(events.map(({ name }) => name)).not.toContain('recording/removed');
  });

  it('hands meetings over to somebody who was there, or deletes them', async () => {
    const { db } = database;
    const handed = await seed({ host: 'me' });
    await handed.end();
    await handed.remove();
    const [row] = await db.select().from(meetings).where(eq(meetings.id, handed.meetingId));
    const { user } = await web.signIn('owner@example.test');
    expect(row?.ownerId).toBe(user.id);

    const deleted = await seed({ host: 'me' });
    await deleted.end();
    await deleted.remove({ meetings: 'delete' });
    expect(await db.select().from(meetings).where(eq(meetings.id, deleted.meetingId))).toEqual([]);
  });

  it('gives personas to the owner of the installation', async () => {
    const { db } = database;
    const { userId, remove, end } = await seed();
    await end();
    const content = { name: 'Pia', instructions: '', mode: 'addressed', voice: '', greeting: '' } as const;
    const id = await insertPersona(db, { content, language: 'en', ownerId: userId });
    await remove();
    const { user } = await web.signIn('owner@example.test');
    const [persona] = await db.select().from(personas).where(eq(personas.id, id));
    expect(persona?.ownerId).toBe(user.id);
  });

  it('wants the password, not of the owner, and no meeting that runs', async () => {
    const { remove, end, ownerCookie } = await seed();
    expect((await remove({ proof: 'something else' })).status).toBe(400);
    expect((await remove()).status).toBe(409);
    await end();
    const { password: hasher } = await web.context.auth.$context;
    await database.sql`update accounts set password = ${await hasher.hash(password)}`;
    const byOwner = await web.request('POST', '/api/auth/delete', {
      headers: { cookie: ownerCookie },
      body: { proof: password, meetings: 'delete', words: 'keep' },
    });
    expect(byOwner.status).toBe(409);
    expect((await remove()).status).toBe(204);
    expect(await database.db.select({ name: participants.name }).from(participants)).toEqual(
      expect.arrayContaining([{ name: 'Deleted person' }]),
    );
  });
});
