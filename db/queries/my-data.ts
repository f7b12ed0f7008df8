/** What there is of one account. */
import { and, asc, desc, eq, inArray, or } from 'drizzle-orm';
import { notesAsText } from '../../lib/documents/note-line.ts';
import type { MyData } from '../../lib/my-data.ts';
import type { Db, Tx } from '../database.ts';
import { accessLog } from '../schema/access-log.ts';
import { accessRequests } from '../schema/access-requests.ts';
import { accounts, sessions } from '../schema/accounts.ts';
import { approvals, replies } from '../schema/assistance.ts';
import { chatMessages } from '../schema/chat.ts';
import { meetings, participants } from '../schema/meetings.ts';
import { personas, personaVersions } from '../schema/personas.ts';
import { polls } from '../schema/polls.ts';
import { tasks } from '../schema/tasks.ts';
import { isKept } from './access-requests.ts';
import type { User } from './accounts.ts';
import { listImagesOf } from './board-files.ts';
import { readNotes } from './documents.ts';
import { listFinalLines } from './final-lines.ts';
import type { Meeting } from './meetings.ts';
import type { Participant } from './participants.ts';
import { listVotesOf } from './poll-votes.ts';

export async function readMyData(db: Db, user: User, now: Date): Promise<MyData> {
  const { id, name, email, role, timeZone, createdAt } = user;
  const signInBy = await db
    .select({ by: accounts.providerId })
    .from(accounts)
    .where(eq(accounts.userId, id))
    .orderBy(accounts.providerId);
  return {
    format: 'parley-account',
    version: 1,
    exportedAtMs: now.getTime(),
    account: {
      id,
      name,
      email,
      role,
      timeZone,
      createdAtMs: createdAt.getTime(),
      signInBy: signInBy.map(({ by }) => by),
    },
    sessions: await readSessions(db, id),
    meetings: await readMeetings(db, id),
    accessRequests: await readAccessRequests(db, id),
    personas: await readPersonas(db, id),
    accesses: await readAccesses(db, id),
  };
}

async function readSessions(db: Tx, userId: string): Promise<MyData['sessions']> {
  const rows = await db
    .select()
    .from(sessions)
    .where(eq(sessions.userId, userId))
    .orderBy(asc(sessions.createdAt));
  return rows.map(({ userAgent, createdAt, updatedAt }) => ({
    userAgent: userAgent ?? '',
    createdAtMs: createdAt.getTime(),
    seenAtMs: updatedAt.getTime(),
  }));
}

async function readMeetings(db: Db, userId: string): Promise<MyData['meetings']> {
  const rows = await db
    .select({ meeting: meetings, person: participants })
    .from(meetings)
    .leftJoin(participants, and(eq(participants.meetingId, meetings.id), eq(participants.userId, userId)))
    .where(or(eq(meetings.ownerId, userId), eq(participants.userId, userId)))
    .orderBy(desc(meetings.createdAt), desc(meetings.id));
  const read = [];
  // One after the other: each has all the lines of a meeting in hand.
  for (const { meeting, person } of rows) read.push(await readMeeting(db, meeting, person, userId));
  return read;
}

async function readMeeting(
  db: Db,
  { id, title, ownerId, startedAt, endedAt }: Meeting,
  person: Participant | null,
  userId: string,
): Promise<MyData['meetings'][number]> {
  return {
    id,
    title,
    host: ownerId === userId,
    startedAtMs: startedAt?.getTime() ?? null,
    endedAtMs: endedAt?.getTime() ?? null,
    person: person && {
      name: person.name,
      role: person.role,
      email: person.email,
      consentAtMs: person.consentAt.getTime(),
    },
    lines: person
      ? (await listFinalLines(db, id))
          .filter(({ speaker }) => speaker === person.id)
          .map(({ epoch, seq, startMs, text }) => ({ epoch, seq, startMs, text }))
      : [],
    ...(person
      ? await readParticipation(db, person)
      : {
          messages: [],
          polls: [],
          votes: [],
          images: [],
          notes: '',
          questions: [],
          approvals: [],
          tasks: [],
        }),
  };
}

async function readParticipation(db: Db, { id, meetingId }: Participant) {
  const [messages, asking, votes, images, notes, questions, asked, toDo] = await Promise.all([
    db.select().from(chatMessages).where(eq(chatMessages.senderId, id)).orderBy(asc(chatMessages.seq)),
    db.select().from(polls).where(eq(polls.askerId, id)).orderBy(asc(polls.createdAt)),
    listVotesOf(db, id),
    listImagesOf(db, id),
    readNotes(db, { meetingId, kind: 'my-notes', ownerId: id }),
    db.select().from(replies).where(eq(replies.askerId, id)).orderBy(asc(replies.createdAt)),
    db.select().from(approvals).where(eq(approvals.approver, id)).orderBy(asc(approvals.createdAt)),
    db.select().from(tasks).where(eq(tasks.ownerId, id)).orderBy(asc(tasks.createdAt)),
  ]);
  return {
    messages: messages.map(({ atMs, text }) => ({ atMs, text })),
    polls: asking.map(({ question, choices }) => ({ question, choices })),
    votes: votes.map(({ question, choices, chosen }) => ({
      question,
      choices: choices.filter((_, place) => chosen.includes(place)),
    })),
    images: images.map(({ createdAt, ...image }) => ({ ...image, addedAtMs: createdAt.getTime() })),
    notes: notesAsText(notes),
    questions: questions.map(({ question, text, createdAt }) => ({
      question,
      answer: text,
      askedAtMs: createdAt.getTime(),
    })),
    approvals: asked.map((each) => ({
      tool: each.tool,
      arguments: each.arguments,
      state: each.state,
      createdAtMs: each.createdAt.getTime(),
    })),
    tasks: toDo.map(({ text, due, doneAt }) => ({ text, due, done: doneAt !== null })),
  };
}

/** A refusal, or that there is no such meeting, is not told here either. */
async function readAccessRequests(db: Tx, userId: string): Promise<MyData['accessRequests']> {
  const rows = await db
    .select()
    .from(accessRequests)
    .where(and(eq(accessRequests.userId, userId), isKept))
    .orderBy(asc(accessRequests.id));
  return rows.map(({ wantedId, note, askedAt, state }) => ({
    meetingId: wantedId,
    note,
    askedAtMs: askedAt.getTime(),
    allowed: state === 'allowed',
  }));
}

async function readPersonas(db: Tx, userId: string): Promise<MyData['personas']> {
  const own = db.select({ id: personas.id }).from(personas).where(eq(personas.ownerId, userId));
  const rows = await db
    .select()
    .from(personaVersions)
    .where(inArray(personaVersions.personaId, own))
    .orderBy(asc(personaVersions.createdAt));
  return rows.map(({ version, content, createdAt }) => ({
    version,
    content,
    createdAtMs: createdAt.getTime(),
  }));
}

async function readAccesses(db: Tx, userId: string): Promise<MyData['accesses']> {
  const mine = db.select({ id: participants.id }).from(participants).where(eq(participants.userId, userId));
  const rows = await db
    .select()
    .from(accessLog)
    .where(or(eq(accessLog.who, userId), inArray(accessLog.who, mine)))
    .orderBy(asc(accessLog.id));
  return rows.map(({ meetingId, event, note, at }) => ({ meetingId, event, note, atMs: at.getTime() }));
}
