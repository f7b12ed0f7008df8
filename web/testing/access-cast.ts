/** The people who try every route of the API: what each of them is to one meeting, and what each can show. */
import { and, eq } from 'drizzle-orm';
import { builtInPersonas } from '../../db/built-in-personas.ts';
import { storeDecision } from '../../db/queries/decisions.ts';
import { insertPersona } from '../../db/queries/personas.ts';
import { insertShare } from '../../db/queries/shares.ts';
import { storeTask } from '../../db/queries/tasks.ts';
import { type AccessRequestState, accessRequests } from '../../db/schema/access-requests.ts';
import { participants } from '../../db/schema/meetings.ts';
import { recordings } from '../../db/schema/recordings.ts';
import { createId, type Id, type MeetingId } from '../../lib/ids.ts';
import type { Joined, MeetingView } from '../../lib/messages.ts';
import { createShareLinks } from '../../lib/share-links.ts';
import { propose } from '../proposals/propose.ts';
import type { TestWeb } from './test-web.ts';

/** In the order in which they try: who could destroy the most comes last. */
export const visitors = [
  'nobody',
  'linkHolder',
  'stranger',
  'asker',
  'disallowed',
  'removed',
  'allowed',
  'guest',
  'member',
  'owner',
] as const;
export type Visitor = (typeof visitors)[number];

/** What a browser or program sends along. */
export interface Credentials {
  cookie: string;
  /** `apiToken` of a join. */
  token: string | null;
}

/** `asker`, `allowed` and `disallowed` were not there, and asked to see the meeting. */
const people = ['owner', 'member', 'removed', 'stranger', 'asker', 'allowed', 'disallowed'] as const;
type AccountName = (typeof people)[number];

interface Accounts {
  cookies: Record<AccountName, string>;
  userIds: Record<AccountName, string>;
}

export interface Cast {
  meeting: MeetingView;
  /** Written by the owner. */
  personaId: Id<'psn'>;
  /** The person whom host actions are about: here, with an account. */
  memberId: Id<'par'>;
  /** What the member is asked to decide about. */
  approval: { id: Id<'apr'>; digest: string };
  taskId: Id<'tsk'>;
  /** A link to the meeting, and a recording behind it. */
  share: { id: Id<'shr'>; recordingId: Id<'rec'>; cookie: string };
  decisionId: Id<'dec'>;
  /** Of those who asked to see the meeting: one waits, and one was allowed. */
  accessRequests: Record<'asker' | 'allowed', Id<'arq'>>;
  /** Asked by the owner, and open. */
  pollId: Id<'pol'>;
  accounts: Accounts;
  credentials: Record<Visitor, Credentials>;
}

/** New sessions of all; the first of them owns the installation. */
async function createAccounts(web: TestWeb): Promise<Accounts> {
  const accounts: Partial<Record<AccountName, { user: { id: string }; cookie: string }>> = {};
  for (const name of people) accounts[name] = await web.signIn(`${name}@example.test`);
  const each = (value: (name: AccountName) => string) =>
    Object.fromEntries(people.map((name) => [name, value(name)])) as Record<AccountName, string>;
  return {
    cookies: each((name) => accounts[name]?.cookie ?? ''),
    userIds: each((name) => accounts[name]?.user.id ?? ''),
  };
}

/** A meeting and sessions of its own for one route, so that no try can spoil the next. */
export async function createCast(web: TestWeb): Promise<Cast> {
  const accounts = await createAccounts(web);
  const { db } = web.context.database;
  const { cookies } = accounts;
  const { meeting, hostCookie } = await web.createMeeting(cookies.owner);
  const other = await web.createMeeting(cookies.stranger);
  const enter = async (who: MeetingView, name: string, cookie: string) => {
    const joined = await web.join(who.code, name, { cookie });
    return { joined, cookie: `${cookie}; parley_person_${who.id}=${joined.apiToken}` };
  };
  const owner = await enter(meeting, 'Owner', `${cookies.owner}; ${hostCookie}`);
  const member = await enter(meeting, 'Member', cookies.member);
  const guest = await enter(meeting, 'Guest', '');
  const removed = await enter(meeting, 'Removed', cookies.removed);
  const stranger = await enter(other.meeting, 'Stranger', `${cookies.stranger}; ${other.hostCookie}`);
  const change = ({ participantId }: Joined, values: Partial<typeof participants.$inferInsert>) =>
    db
      .update(participants)
      .set(values)
      .where(and(eq(participants.id, participantId), eq(participants.meetingId, meeting.id)));
  await change(guest.joined, { role: 'guest' });
  await change(removed.joined, { admission: 'removed', userId: accounts.userIds.removed });

  const has = ({ joined, cookie }: { joined: Joined; cookie: string }): Credentials => ({
    cookie,
    token: joined.apiToken,
  });
  // A host elsewhere who sends what they have there as if it were for this meeting.
  const forged = `${stranger.cookie}; ${other.hostCookie.replace(other.meeting.id, meeting.id)}; parley_person_${meeting.id}=${stranger.joined.apiToken}`;
  const share = await shareRecording(web, meeting.id, accounts.userIds.owner);
  const askedAs = (name: 'asker' | 'allowed' | 'disallowed', state: AccessRequestState) =>
    storeRequest(web, { meetingId: meeting.id, userId: accounts.userIds[name], state });
  await askedAs('disallowed', 'disallowed');
  const byAccount = (name: AccountName): Credentials => ({ cookie: cookies[name], token: null });
  return {
    meeting,
    share,
    personaId: await insertPersona(db, {
      content: { ...builtInPersonas[0].content, name: 'Written here' },
      language: 'en',
      ownerId: accounts.userIds.owner,
    }),
    memberId: member.joined.participantId,
    approval: await propose(web.context, meeting.id, {
      key: 'access',
      tool: 'recordDecision',
      arguments: { text: 'We meet on Fridays.' },
      askedBy: member.joined.participantId,
      approver: null,
      cause: null,
    }),
    taskId: (await storeTask(db, { meetingId: meeting.id, text: 'Bring cake' })).id,
    pollId: await askPoll(web, owner.joined),
    decisionId: (await storeDecision(db, { meetingId: meeting.id, text: 'There is cake.' })).id,
    accessRequests: {
      asker: await askedAs('asker', 'open'),
      allowed: await askedAs('allowed', 'allowed'),
    },
    accounts,
    credentials: {
      nobody: { cookie: '', token: null },
      linkHolder: { cookie: share.cookie, token: null },
      stranger: { cookie: forged, token: stranger.joined.apiToken },
      asker: byAccount('asker'),
      disallowed: byAccount('disallowed'),
      removed: has(removed),
      allowed: byAccount('allowed'),
      guest: has(guest),
      member: has(member),
      owner: has(owner),
    },
  };
}

async function storeRequest(
  { context }: TestWeb,
  { meetingId, userId, state }: { meetingId: MeetingId; userId: string; state: AccessRequestState },
): Promise<Id<'arq'>> {
  const id = createId('arq');
  await context.database.db
    .insert(accessRequests)
    .values({ id, userId, wantedId: meetingId, meetingId, note: '', state });
  return id;
}

async function askPoll({ request }: TestWeb, { meeting, apiToken: token }: Joined): Promise<Id<'pol'>> {
  const id = createId('pol');
  const body = { question: 'When?', choices: ['Now', 'Later'], launch: true };
  await request('PUT', `/api/meetings/${meeting.id}/polls/${id}`, { body, token });
  return id;
}

/** A link to everything of a meeting with a recording, whose file is not there, and the cookie of somebody who has opened it. */
async function shareRecording({ context, request }: TestWeb, meetingId: MeetingId, createdBy: string) {
  const { db } = context.database;
  const id = createId('shr');
  const recordingId = createId('rec');
  await db.insert(recordings).values({
    id: recordingId,
    meetingId,
    status: 'complete',
    mixLocation: `${meetingId}/${recordingId}/mix.ogg`,
    mixDurationMs: 1_000,
  });
  const links = createShareLinks(context.secret, 'http://parley.test');
  await insertShare(db, {
    id,
    meetingId,
    secretHash: links.hashOf(id),
    parts: ['summary', 'transcript', 'recording', 'picture'],
    label: 'Somebody',
    createdBy,
    createdByName: 'Owner',
    expiresAt: new Date(Date.now() + 3_600_000),
  });
  const secret = new URL(links.urlOf(id)).hash.slice(1);
  const { cookies } = await request('POST', '/api/shares/open', { body: { secret } });
  return { id, recordingId, cookie: cookies };
}
