import { and, eq, sql } from 'drizzle-orm';
import { describe, expect, it } from 'vitest';
import { listAccess } from '../../db/queries/access-log.ts';
import { dropOldAccessRequests, storeAccessRequest } from '../../db/queries/access-requests.ts';
import { deleteMeeting } from '../../db/queries/delete-meeting.ts';
import { anonymise } from '../../db/queries/forget-person.ts';
import { listMails } from '../../db/queries/mails.ts';
import { indexPending } from '../../db/queries/search-index.ts';
import { accessRequests } from '../../db/schema/access-requests.ts';
import { eventOutbox } from '../../db/schema/events.ts';
import { mails } from '../../db/schema/mails.ts';
import { participants } from '../../db/schema/meetings.ts';
import { writeAccessMails } from '../../functions/mail-access-request.ts';
import { testFunctionParts } from '../../functions/testing/function-parts.ts';
import { addLines } from '../../functions/testing/seed-meeting.ts';
import {
  type AccessDecision,
  type AccessRequestView,
  accessRequestLimits,
  accessRequestListSchema,
} from '../../lib/access-requests.ts';
import type { SearchAnswer } from '../../lib/archive-messages.ts';
import { createId, type Id, type MeetingId } from '../../lib/ids.ts';
import type { MeetingDetails } from '../../lib/planning.ts';
import type { User } from '../session.ts';
import { shareTestWeb } from '../testing/share-test-web.ts';

const web = await shareTestWeb();
const { database } = web.context;

// Owns the installation, and sees no more of other people's meetings for it.
const workspaceOwner = await web.signIn('workspace@example.test');

let number = 0;
const newcomer = (name: string) => {
  number += 1;
  return web.signIn(`${name}-${number}@example.test`);
};

interface Account {
  user: User;
  cookie: string;
}

interface Stage {
  meetingId: MeetingId;
  host: Account;
  /** Was there, and hosts nothing. */
  member: Account;
  vera: Account;
  code: string;
  /** Of the host, in the room. */
  token: string;
  list(as: Account): Promise<AccessRequestView[]>;
  decide(id: string, decision: AccessDecision, as?: Account): Promise<number>;
  disallow(id: string): Promise<number>;
}

/** A meeting in which one line was said, and somebody who was not there. */
async function seed(): Promise<Stage> {
  const [host, member, vera] = [await newcomer('host'), await newcomer('member'), await newcomer('vera')];
  const { meeting } = await web.createMeeting(host.cookie);
  const there = await web.join(meeting.code, 'Host', { cookie: host.cookie });
  await web.join(meeting.code, 'Member', { cookie: member.cookie });
  await addLines(database, meeting.id, [{ speaker: there.participantId, text: 'The walrus is launched.' }]);
  await indexPending(database.db);
  const path = `/api/meetings/${meeting.id}/access-requests`;
  return {
    meetingId: meeting.id,
    code: meeting.code,
    token: there.apiToken,
    host,
    member,
    vera,
    async list({ cookie }) {
      const { body } = await web.request('GET', path, { headers: { cookie } });
      return accessRequestListSchema.parse(body).requests;
    },
    async decide(id, decision, as = host) {
      const headers = { cookie: as.cookie };
      return (await web.request('POST', `${path}/${id}`, { headers, body: { decision } })).status;
    },
    disallow: async (id) =>
      (await web.request('DELETE', `${path}/${id}`, { headers: { cookie: host.cookie } })).status,
  };
}

const own = (id: string, { cookie }: Account) =>
  web.request('GET', `/api/meetings/${id}/access-request`, { headers: { cookie } });
const ask = (id: string, { cookie }: Account, note = '') =>
  web.request('POST', `/api/meetings/${id}/access-request`, { headers: { cookie }, body: { note } });

/** Asks, and gives the request as the host has it. */
async function asked({ meetingId, vera, list, host }: Stage, note = ''): Promise<AccessRequestView> {
  expect((await ask(meetingId, vera, note)).status).toBe(202);
  const [request] = await list(host);
  if (!request) throw new Error('the host has no request');
  return request;
}

/** Statuses and bodies of everything that shows something of the meeting. */
async function whatTheySee({ meetingId }: Pick<Stage, 'meetingId'>, { cookie }: Account) {
  const headers = { cookie };
  const at = (path: string) => web.request('GET', path, { headers });
  const question = { question: 'What is launched?' };
  const [details, transcript, listed, counts, found, answer, rest] = [
    await at(`/api/meetings/${meetingId}/details`),
    await at(`/api/meetings/${meetingId}/transcript`),
    await at('/api/meetings'),
    await at('/api/meetings/counts'),
    await at('/api/search?q=walrus'),
    await web.fetch('/api/ask', {
      method: 'POST',
      headers: { ...headers, 'content-type': 'application/json' },
      body: JSON.stringify(question),
    }),
    await Promise.all(
      ['summary', 'recordings', 'chat', 'export.json', 'export.vtt', 'tasks'].map(async (part) => {
        const { status } = await web.fetch(`/api/meetings/${meetingId}/${part}`, { headers });
        return status;
      }),
    ),
  ];
  return {
    details: details.status,
    transcript: transcript.status,
    rest: [...new Set(rest)],
    listed: (listed.body as { meetings: unknown[] }).meetings.length,
    counted: (counts.body as { all: number }).all,
    finds: (found.body as SearchAnswer).count,
    told: (await answer.text()).includes(meetingId),
  };
}

const nothing = {
  details: 404,
  transcript: 404,
  rest: [404],
  listed: 0,
  counted: 0,
  finds: 0,
  told: false,
};

describe('asking to see a meeting', () => {
  it('is answered the same whether there is such a meeting or not, also the second time', async () => {
    const { meetingId, vera } = await seed();
    const unknown = createId('mtg');
    const answers = [];
    for (const id of [meetingId, unknown]) {
      const page = () =>
        web.request('GET', `/api/meetings/${id}/details`, { headers: { cookie: vera.cookie } });
      const before = [await page(), await own(id, vera)];
      const first = await ask(id, vera, 'Please.');
      const after = [await own(id, vera), await page(), await ask(id, vera, 'Again?')];
      const times = new Set([first, after[0], after[2]].map((each) => JSON.stringify(each?.body)));
      expect(times.size).toBe(1);
      answers.push(
        [...before, first, ...after].map(({ status, body }) => [
          status,
          JSON.stringify(body).replace(/\d{13}/, 'time'),
        ]),
      );
    }
    expect(answers[0]).toEqual(answers[1]);
    expect(answers[0]?.[2]).toEqual([202, '{"askedAtMs":time}']);
  });

  it('leaves the same behind: a row, an event, and what they can take along', async () => {
    const { meetingId, vera } = await seed();
    const unknown = createId('mtg');
    for (const id of [meetingId, unknown]) await ask(id, vera, 'Please.');
    const rows = await database.db
      .select()
      .from(accessRequests)
      .where(eq(accessRequests.userId, vera.user.id));
    expect(rows.map(({ meetingId: reached }) => reached)).toEqual([meetingId, null]);
    const events = await database.db
      .select({ data: eventOutbox.data })
      .from(eventOutbox)
      .where(eq(eventOutbox.name, 'access/requested'));
    const told = events.map(({ data }) => (data as { requestId: string }).requestId);
    expect(told).toEqual(expect.arrayContaining(rows.map(({ id }) => id)));
    const data = await web.request('GET', '/api/auth/my-data', { headers: { cookie: vera.cookie } });
    expect((data.body as { accessRequests: unknown[] }).accessRequests).toMatchObject([
      { meetingId, note: 'Please.', allowed: false },
      { meetingId: unknown, note: 'Please.', allowed: false },
    ]);
  });

  it('is nothing for guests, for whoever may see it, and for what is no address of a meeting', async () => {
    const { meetingId, member, host, code, vera } = await seed();
    expect(
      (await web.request('POST', `/api/meetings/${meetingId}/access-request`, { body: {} })).status,
    ).toBe(401);
    const guest = await web.join(code, 'Guest');
    const byToken = { token: guest.apiToken, body: { note: '' } };
    expect((await web.request('POST', `/api/meetings/${meetingId}/access-request`, byToken)).status).toBe(
      401,
    );
    for (const account of [member, host]) expect((await ask(meetingId, account)).status).toBe(409);
    expect((await ask('mtg_1', vera)).status).toBe(404);
  });

  it('says of a deleted meeting what its page says', async () => {
    const { meetingId, vera, token } = await seed();
    await web.request('POST', `/api/meetings/${meetingId}/end`, { token });
    await ask(meetingId, vera);
    await deleteMeeting(database.db, { id: meetingId, reason: 'host' });
    expect((await ask(meetingId, vera)).body).toMatchObject({ error: { code: 'meeting_deleted' } });
    expect(
      await database.db.select().from(accessRequests).where(eq(accessRequests.wantedId, meetingId)),
    ).toEqual([]);
  });

  it('is one request, of which the first note counts', async () => {
    const stage = await seed();
    await asked(stage, 'The first.');
    await Promise.all(['a', 'b', 'c'].map((note) => ask(stage.meetingId, stage.vera, note)));
    expect(await stage.list(stage.host)).toMatchObject([{ note: 'The first.', state: 'open' }]);
  });

  it('takes a short note, and keeps of it what is text', async () => {
    const stage = await seed();
    expect((await ask(stage.meetingId, stage.vera, 'x'.repeat(501))).status).toBe(400);
    const request = await asked(stage, '<b>Let</b> \u202eme in\u0000\nPlease.');
    expect(request.note).toBe('<b>Let</b> me in\nPlease.');
  });

  it('has a limit for a day and a person, which unknown meetings count towards', async () => {
    const { meetingId, vera } = await seed();
    for (let at = 0; at < accessRequestLimits.perDay; at += 1) {
      expect((await ask(createId('mtg'), vera)).status).toBe(202);
    }
    expect((await ask(meetingId, vera)).status).toBe(429);
    expect((await ask(createId('mtg'), vera)).status).toBe(429);
  });

  it('does not reach the hosts from somebody whom they removed', async () => {
    const { meetingId, member, list, host } = await seed();
    await database.db
      .update(participants)
      .set({ admission: 'removed' })
      .where(and(eq(participants.meetingId, meetingId), eq(participants.userId, member.user.id)));
    expect((await ask(meetingId, member)).status).toBe(202);
    expect(await list(host)).toEqual([]);
  });

  it('is forgotten after its time, and can be done again then', async () => {
    const stage = await seed();
    const first = await asked(stage);
    const late = sql`now() - make_interval(days => ${accessRequestLimits.days}::int)`;
    await database.db.update(accessRequests).set({ askedAt: late }).where(eq(accessRequests.id, first.id));
    expect((await own(stage.meetingId, stage.vera)).body).toEqual({ askedAtMs: null });
    expect(await stage.list(stage.host)).toEqual([]);
    expect(await stage.decide(first.id, 'allow')).toBe(404);
    const second = await asked(stage, 'Once more.');
    expect(second.id).not.toBe(first.id);
    await database.db.update(accessRequests).set({ askedAt: late }).where(eq(accessRequests.id, second.id));
    await dropOldAccessRequests(database.db);
    expect(await database.db.select().from(accessRequests).where(eq(accessRequests.id, second.id))).toEqual(
      [],
    );
  });
});

describe('what hosts do with it', () => {
  it('shows the request to those who host the meeting, and to nobody else', async () => {
    const stage = await seed();
    const { meetingId, host, member, vera } = stage;
    const request = await asked(stage, 'I write the report.');
    expect(request).toMatchObject({ name: vera.user.name, email: vera.user.email, emailProven: true });
    const asking = async ({ cookie }: Account) => {
      const { body } = await web.request('GET', `/api/meetings/${meetingId}/details`, {
        headers: { cookie },
      });
      return (body as MeetingDetails).meeting.asking;
    };
    expect([await asking(host), await asking(member)]).toEqual([1, 0]);
    const waiting = async ({ cookie }: Account) => {
      const { body } = await web.request('GET', '/api/access-requests', { headers: { cookie } });
      return accessRequestListSchema.parse(body).requests.map(({ id, meeting }) => [id, meeting.id]);
    };
    expect(await waiting(host)).toEqual([[request.id, meetingId]]);
    for (const account of [member, vera, workspaceOwner]) {
      expect(await waiting(account)).toEqual([]);
      expect(await stage.decide(request.id, 'allow', account)).toBe(account === member ? 403 : 404);
    }
  });

  it('opens to whoever is allowed all that can be seen, and nothing that can be done', async () => {
    const stage = await seed();
    const { vera, meetingId } = stage;
    expect(await whatTheySee(stage, vera)).toEqual(nothing);
    const request = await asked(stage);
    expect(await whatTheySee(stage, vera)).toEqual(nothing);
    expect(await stage.decide(request.id, 'allow')).toBe(204);
    expect(await whatTheySee(stage, vera)).toMatchObject({
      details: 200,
      transcript: 200,
      rest: [200],
      listed: 1,
      counted: 1,
      finds: 1,
      told: true,
    });
    const { body } = await web.request('GET', `/api/meetings/${meetingId}/details`, {
      headers: { cookie: vera.cookie },
    });
    expect(body).toMatchObject({ meeting: { mayEdit: false, mayCorrect: false, mayShare: false } });
    const tries: ['GET' | 'POST', string, unknown][] = [
      ['POST', 'tasks', { text: 'Mine', owner: null, due: null }],
      ['POST', 'shares', { parts: ['summary'], expiresInDays: 1 }],
      ['GET', 'access-requests', undefined],
      ['POST', 'summary', { template: 'general' }],
      ['POST', 'retention', { keep: 1 }],
      ['GET', 'access-log', undefined],
    ];
    for (const [method, part, sent] of tries) {
      const options = { headers: { cookie: vera.cookie }, ...(sent ? { body: sent } : {}) };
      expect([
        part,
        (await web.request(method, `/api/meetings/${meetingId}/${part}`, options)).status,
      ]).toEqual([part, 403]);
    }
  });

  it('tells whoever is allowed by one mail, and whoever is not nothing', async () => {
    const [yes, no] = [await seed(), await seed()];
    const [allowed, refused] = [await asked(yes), await asked(no)];
    expect(await yes.decide(allowed.id, 'allow')).toBe(204);
    expect(await no.decide(refused.id, 'refuse')).toBe(204);
    const to = async ({ user }: Account) =>
      (await listMails(database.db, { limit: 500, before: null })).filter(
        ({ recipient }) => recipient === user.email,
      );
    expect(await to(yes.vera)).toMatchObject([{ kind: 'access-allowed', subject: 'You may see: Test' }]);
    expect(await to(no.vera)).toEqual([]);
    expect(await whatTheySee(no, no.vera)).toEqual(nothing);
    expect((await own(no.meetingId, no.vera)).body).toEqual({ askedAtMs: refused.askedAtMs });
    expect(await no.list(no.host)).toEqual([]);
    expect((await ask(no.meetingId, no.vera, 'Why?')).body).toEqual({ askedAtMs: refused.askedAtMs });
    expect(await no.list(no.host)).toEqual([]);
  });

  it('counts the first of two answers at once, and mails once', async () => {
    const stage = await seed();
    const request = await asked(stage);
    const answers = await Promise.all(
      (['allow', 'allow', 'refuse', 'allow'] as const).map((decision) => stage.decide(request.id, decision)),
    );
    expect(answers.filter((status) => status === 204)).toHaveLength(1);
    for (const status of answers) expect([204, 404, 409]).toContain(status);
    const log = await listAccess(database.db, stage.meetingId, { limit: 10 });
    expect(log.filter(({ event }) => event === 'allowed' || event === 'refused')).toHaveLength(1);
  });

  it('can be taken back: they see nothing from then on, and each step is in the log', async () => {
    const stage = await seed();
    const { vera, host, meetingId } = stage;
    const request = await asked(stage);
    await stage.decide(request.id, 'allow');
    expect((await whatTheySee(stage, vera)).details).toBe(200);
    expect(await stage.list(host)).toMatchObject([{ id: request.id, state: 'allowed' }]);
    expect(await stage.disallow(request.id)).toBe(204);
    expect(await whatTheySee(stage, vera)).toEqual(nothing);
    expect(await stage.disallow(request.id)).toBe(404);
    expect(await stage.decide(request.id, 'allow')).toBe(404);
    const log = await listAccess(database.db, meetingId, { limit: 10 });
    const byHost = log.filter(({ name }) => name === host.user.name);
    expect(byHost.map(({ event, note }) => [event, note])).toEqual([
      ['disallowed', vera.user.name],
      ['allowed', vera.user.name],
    ]);
    expect(log.some(({ name }) => name === vera.user.name)).toBe(true);
  });

  it('answers requests of its own meeting only', async () => {
    const [one, other] = [await seed(), await seed()];
    const request = await asked(one);
    expect(await other.decide(request.id, 'allow')).toBe(404);
    expect(await other.disallow(request.id)).toBe(404);
    expect(await one.decide('arq_nothing', 'allow')).toBe(404);
    expect(await one.list(one.host)).toMatchObject([{ state: 'open' }]);
  });

  it('ends with being removed from the meeting', async () => {
    const stage = await seed();
    const request = await asked(stage);
    await stage.decide(request.id, 'allow');
    await database.db.insert(participants).values({
      id: createId('par'),
      meetingId: stage.meetingId,
      name: 'Vera',
      role: 'participant',
      userId: stage.vera.user.id,
      admission: 'removed',
      consentNoticeVersion: 1,
      consentAt: new Date(),
    });
    expect(await whatTheySee(stage, stage.vera)).toEqual(nothing);
  });
});

describe('a person who asked', () => {
  it('is forgotten with the account: the request, the mails about it, and the name in the log', async () => {
    const stage = await seed();
    const request = await asked(stage, 'A telling note.');
    await writeAccessMails(testFunctionParts(database), request.id);
    await stage.decide(request.id, 'allow');
    await database.db.transaction(async (tx) => {
      await anonymise(tx, stage.vera.user, []);
      await tx.execute(sql`delete from users where id = ${stage.vera.user.id}`);
    });
    const left = await database.db.select().from(mails).where(eq(mails.meetingId, stage.meetingId));
    expect(left).toEqual([]);
    expect(await stage.list(stage.host)).toEqual([]);
    const [entry] = await listAccess(database.db, stage.meetingId, { limit: 1 });
    expect(entry).toMatchObject({ event: 'allowed', note: 'Deleted person' });
    const { id } = stage.vera.user;
    const rows = await database.sql`select about as trace from access_log where about = ${id}
      union all select key from attempts where position(${id} in key) > 0`;
    expect(rows).toHaveLength(0);
  });
});

describe(writeAccessMails, () => {
  const parts = () => testFunctionParts(database);
  const mailsOf = (meetingId: MeetingId) =>
    database.db.select().from(mails).where(eq(mails.meetingId, meetingId)).orderBy(mails.recipient);

  it('writes to hosts and co-hosts with an account, once each', async () => {
    const stage = await seed();
    const cohost = await newcomer('cohost');
    await web.join(stage.code, 'Cohost', { cookie: cohost.cookie });
    const guest = await web.join(stage.code, 'Guest');
    for (const which of [eq(participants.userId, cohost.user.id), eq(participants.id, guest.participantId)]) {
      await database.db.update(participants).set({ role: 'cohost' }).where(which);
    }
    const request = await asked(stage, '<img src=x onerror=alert(1)>');
    expect(await writeAccessMails(parts(), request.id)).toBe(2);
    expect(await writeAccessMails(parts(), request.id)).toBe(0);
    const written = await mailsOf(stage.meetingId);
    expect(written.map(({ recipient }) => recipient).toSorted()).toEqual(
      [cohost.user.email, stage.host.user.email].toSorted(),
    );
    expect(written[0]?.subject).toBe('Asks to see: Test');
    expect(written[0]?.html).toContain('&lt;img src=x');
    expect(written[0]?.html).not.toContain('<img');
    expect(written[0]?.text).toContain(stage.vera.user.email);
  });

  it('writes nothing for a request that reaches nobody, or is answered', async () => {
    const stage = await seed();
    const account = { kind: 'account', userId: stage.vera.user.id, provenEmail: null } as const;
    const wantedId = createId('mtg');
    await storeAccessRequest(database.db, { account, wantedId, note: '' });
    const [unknown] = await database.db
      .select()
      .from(accessRequests)
      .where(eq(accessRequests.wantedId, wantedId));
    expect(await writeAccessMails(parts(), unknown?.id as Id<'arq'>)).toBe(0);
    const request = await asked(stage);
    await stage.decide(request.id, 'refuse');
    expect(await writeAccessMails(parts(), request.id)).toBe(0);
    expect(await mailsOf(stage.meetingId)).toEqual([]);
  });
});
