/** A workspace as people would have it after some weeks: a meeting that is over, planned ones, links, a persona. */
import { z } from 'zod/mini';
import { openDatabase } from '../../db/database.ts';
import type { MeetingId } from '../../lib/ids.ts';
import { createMailLinks } from '../../lib/mail-links.ts';
import { personaAnswerSchema } from '../../lib/persona-messages.ts';
import { invitationListSchema } from '../../lib/planning.ts';
import { shareAnswerSchema, shareParts } from '../../lib/shares.ts';
import type { Instance } from '../../local/instance.ts';
import { seedKickoff } from '../kickoff-meeting.ts';
import { becomeOwner, signUp } from '../rehearsal/account-client.ts';
import { createApiClient } from '../rehearsal/api-client.ts';
import type { Caller } from '../rehearsal/caller.ts';

const dayMs = 86_400_000;
const ana = { name: 'Ana Ruiz', email: 'ana@example.test', timeZone: 'Europe/Berlin' };
const ben = { name: 'Ben Carter', email: 'ben@example.test', timeZone: 'Europe/London' };
const planned = [
  'Quarterly review',
  'Design sync',
  'Interview: support',
  'Budget',
  'Retrospective',
  'All hands',
];

export interface Workspace {
  /** Owns the installation, hosts its meetings. */
  host: Caller;
  /** Has an account, and took part in the meeting that is over. */
  member: Caller;
  /** Is over, with summary, tasks, decisions and sound. */
  over: MeetingId;
  /** A series that is to come. */
  upcoming: { id: MeetingId; code: string };
  /** May begin at once. */
  open: { code: string };
  /** May begin too, for those who know the password, and for those whom the host lets in. */
  guarded: { password: { code: string }; waitingRoom: { code: string } };
  personaId: string;
  /** Paths of links that need no account. */
  links: { share: string; invitation: string; read: string; unsubscribe: string };
}

/** On a fresh Parley; takes some seconds. */
export async function makeWorkspace({ url, env }: Instance): Promise<Workspace> {
  await using database = openDatabase(env.DATABASE_URL ?? '');
  const host = await becomeOwner(url, ana);
  const member = await signUp(url, host, ben);
  const accounts = await database.sql<{ id: string }[]>`
    select id from users where email in (${ana.email}, ${ben.email}) order by email`;
  const { meetingId: over, people } = await seedKickoff(database, {
    userIds: accounts.map(({ id }) => id),
    recordingsFolder: env.RECORDINGS_FOLDER ?? '',
  });
  const [series] = await planMeetings(url, host);
  if (!series) throw new Error('no meeting was planned');
  const open = await createApiClient(url, host).createMeeting('Weekly planning');
  const guarded = {
    password: await createApiClient(url, host).createMeeting('Salary review', { password: 'kettle' }),
    waitingRoom: await createApiClient(url, host).createMeeting('Interview: design', { waitingRoom: true }),
  };
  const { persona } = personaAnswerSchema.parse(
    await host.call('POST', '/api/personas', {
      body: { name: 'Pia', instructions: 'Take the notes of the design team.', mode: 'addressed' },
    }),
  );
  const share = shareAnswerSchema.parse(
    await host.call('POST', `/api/meetings/${over}/shares`, {
      body: { parts: [...shareParts], label: 'The board', expiresInDays: 7 },
    }),
  );
  const invited = invitationListSchema.parse(
    await host.call('POST', `/api/meetings/${series.id}/invitations`, {
      body: { by: 'link', role: 'guest', expiresInHours: 24 },
    }),
  );
  const reader = people.at(-1);
  if (!reader) throw new Error('nobody took part');
  const mailLinks = createMailLinks(env.PARLEY_SECRET ?? '', url);
  const untilMs = Date.now() + dayMs;
  return {
    host,
    member,
    over,
    upcoming: series,
    open,
    guarded,
    personaId: persona.id,
    links: {
      share: pathOf(share.share.url),
      invitation: pathOf(invited.invitations.find(({ email }) => email === null)?.url),
      read: pathOf(mailLinks.readMeeting({ meetingId: over, participantId: reader, untilMs })),
      unsubscribe: pathOf(mailLinks.unsubscribe(ben.email).pageUrl),
    },
  };
}

/** So many that the list fills a screen; the first is a series. */
async function planMeetings(url: string, host: Caller) {
  const api = createApiClient(url, host);
  const meetings = [];
  for (const [index, title] of planned.entries()) {
    const plan = {
      date: new Date(Date.now() + (index + 2) * dayMs).toISOString().slice(0, 10),
      time: '10:00',
      timeZone: ana.timeZone,
      durationMinutes: 30,
      recurrence:
        index === 0 ? ({ frequency: 'weekly', interval: 1, end: { type: 'never' } } as const) : null,
    };
    meetings.push(await api.createMeeting(title, { plan, invite: index % 2 === 0 ? [ben.email] : [] }));
  }
  return meetings;
}

function pathOf(address: string | null | undefined): string {
  const { pathname, hash } = new URL(z.string().parse(address));
  return pathname + hash;
}
