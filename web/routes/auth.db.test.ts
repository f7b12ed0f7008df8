import { eq, sql } from 'drizzle-orm';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Database } from '../../db/database.ts';
import { saveWorkspace } from '../../db/queries/accounts.ts';
import { listMails } from '../../db/queries/mails.ts';
import { deleteExpired } from '../../db/queries/sessions.ts';
import { sessions, users, verifications } from '../../db/schema/accounts.ts';
import { attempts } from '../../db/schema/attempts.ts';
import { mails } from '../../db/schema/mails.ts';
import { meetings } from '../../db/schema/meetings.ts';
import { createTestDatabase } from '../../local/testing/test-database.ts';
import { makeOwnerLink } from '../accounts/owner-link.ts';
import { createTestWeb, type TestWeb } from '../testing/test-web.ts';

let database: Database & AsyncDisposable;
let web: TestWeb;
beforeEach(async () => {
  database = await createTestDatabase();
  web = createTestWeb(database);
});
afterEach(() => database[Symbol.asyncDispose]());

const password = 'seven violet kettles';
const ana = { name: 'Ana Ruiz', email: 'ana@example.test', password, timeZone: 'Europe/Lisbon' };
type Body = { error: { code: string; message: string } };
const codeOf = (answer: { body: unknown }) => (answer.body as Body).error.code;
const post = (path: string, body: unknown, cookie?: string, address = '192.0.2.1') =>
  web.request('POST', `/api/auth${path}`, {
    body,
    headers: { 'x-forwarded-for': address, ...(cookie ? { cookie } : {}) },
  });
const state = async (cookie?: string) =>
  (await web.request('GET', '/api/auth/state', { headers: cookie ? { cookie } : {} })).body as {
    account: { email: string } | null;
    firstRun: boolean;
  };
/** The secret of the newest mail's link. */
const newestLink = async () => {
  const [mail] = await database.db.select().from(mails).orderBy(sql`id desc`).limit(1);
  return /#([\w-]{20,})/.exec(mail?.text ?? '')?.[1] ?? '';
};

/** Three answers, and the time of the fastest in milliseconds: a busy machine only adds. */
async function timed(path: string, email: string) {
  const answers: unknown[] = [];
  let ms = Number.POSITIVE_INFINITY;
  for (const address of ['198.51.100.1', '198.51.100.2', '198.51.100.3']) {
    const start = performance.now();
    answers.push(await post(path, { email }, undefined, address));
    ms = Math.min(ms, performance.now() - start);
  }
  return { answers, ms };
}

describe('the first account', () => {
  it('owns the installation and is signed in at once', async () => {
    expect(await state()).toMatchObject({ account: null, firstRun: true });
    const made = await post('/owner', ana);
    expect(made).toMatchObject({ status: 201, body: { account: { role: 'owner', email: ana.email } } });
    expect(await state(made.cookies)).toMatchObject({
      account: { name: 'Ana Ruiz', timeZone: 'Europe/Lisbon' },
      firstRun: false,
    });
  });

  it('is one, also when ten people make it at the same moment', async () => {
    const answers = await Promise.all(
      Array.from({ length: 10 }, (_, i) =>
        post('/owner', { ...ana, email: `p${i}@example.test` }, undefined, `192.0.2.${i}`),
      ),
    );
    expect(answers.map(({ status }) => status).toSorted()).toEqual([201, ...Array(9).fill(409)]);
    const stored = await database.db.select().from(users);
    expect(stored.map(({ role }) => role)).toEqual(['owner']);
  });

  it.each([
    ['a short password', { password: 'short12' }, /at least 8/],
    ['a password of 129 characters', { password: 'ab '.repeat(43) }, /at most 128/],
    ['a common password', { password: 'Password123!' }, /too easy to guess/],
    ['an empty name', { name: ' \u200b ' }, /enter your name/],
    ['a time zone that does not exist', { timeZone: 'Mars/Base' }, /time zone/],
    ['an address that is none', { email: 'ana' }, /email/],
    ['an address with a line break', { email: 'ana@example.test\r\nBcc: x@y.test' }, /email/],
  ])('is not made with %s', async (_, change, sentence) => {
    const answer = await post('/owner', { ...ana, ...change });
    expect(answer.status).toBe(400);
    expect((answer.body as Body).error.message).toMatch(sentence);
    expect(await state()).toMatchObject({ firstRun: true });
  });
});

describe('starting a meeting', () => {
  it('needs an account once there is one, and remembers whose it is', async () => {
    const { meeting: before } = await web.createMeeting();
    expect(before.code).toBeTruthy();
    const { cookies } = await post('/owner', ana);
    const refused = await web.request('POST', '/api/meetings', { body: { title: 'No' } });
    expect([refused.status, codeOf(refused)]).toEqual([401, 'unauthorized']);
    const { meeting } = await web.createMeeting(cookies);
    const [row] = await database.db.select().from(meetings).where(eq(meetings.id, meeting.id));
    const [owner] = await database.db.select().from(users);
    expect(row?.ownerId).toBe(owner?.id);
    expect((await web.join(meeting.code, 'Guest')).role).toBe('guest');
    expect((await web.join(meeting.code, 'Ana', { cookie: cookies })).role).toBe('host');
  });
});

describe(makeOwnerLink, () => {
  const site = 'http://parley.test';
  const linkFor = (address: string | null) => makeOwnerLink(database.db, { site, address });

  it('lets an owner whose address is mistyped in again, under the right one', async () => {
    await expect(linkFor(null)).rejects.toMatchObject({ code: 'not_found' });
    await post('/owner', { ...ana, email: 'ana@exmaple.test' });
    await web.signIn('ben@example.test');
    await expect(linkFor('ben@example.test')).rejects.toMatchObject({ code: 'conflict' });
    await expect(linkFor('ana')).rejects.toMatchObject({ code: 'bad_request' });
    const { email, url } = await linkFor('Ana@example.test');
    expect(email).toBe('ana@example.test');
    const reset = { token: url.split('#')[1], password: 'eleven quiet harbours' };
    expect((await post('/password/reset', reset)).status).toBe(200);
    expect((await post('/password/reset', reset)).status).toBe(404);
    const signedIn = await post('/sign-in', { email: 'ana@example.test', password: reset.password });
    expect(signedIn.body).toMatchObject({ account: { role: 'owner' } });
    expect((await post('/sign-in', { email: 'ana@exmaple.test', password: reset.password })).status).toBe(
      401,
    );
  });
});

describe('signing in', () => {
  beforeEach(async () => {
    await post('/owner', ana);
  });

  it('takes the right password, whatever the case of the address', async () => {
    const answer = await post('/sign-in', { email: 'ANA@example.test', password });
    expect(answer.status).toBe(200);
    expect((await state(answer.cookies)).account).toMatchObject({ email: ana.email });
  });

  it('says the same of a wrong password and of an address without an account', async () => {
    const wrong = await post('/sign-in', { email: ana.email, password: 'not the password' });
    const unknown = await post('/sign-in', { email: 'nobody@example.test', password: 'not the password' });
    expect(wrong.status).toBe(401);
    expect(unknown).toEqual(wrong);
  });

  it('sets a cookie that scripts cannot read and other sites cannot send', async () => {
    const headers = async (test: TestWeb, url: string) => {
      const answer = await test.app.request(`${url}/api/auth/sign-in`, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify({ email: ana.email, password }),
      });
      return answer.headers.getSetCookie().join();
    };
    const local = createTestWeb(database, { PARLEY_PUBLIC_URL: 'http://localhost:3000' });
    expect(await headers(local, 'http://localhost:3000')).toMatch(/HttpOnly; SameSite=Lax$/);
    const secure = await headers(web, 'http://parley.test');
    expect(secure).toMatch(/^__Secure-parley/);
    expect(secure).toMatch(/HttpOnly; Secure; SameSite=Lax$/);
  });

  it('stops guesses of one address at one account, and leaves the owner of the account alone', async () => {
    const guess = (address: string, word = 'wrong guess') =>
      post('/sign-in', { email: ana.email, password: word }, undefined, address);
    for (let i = 0; i < 10; i++) expect((await guess('198.51.100.7')).status).toBe(401);
    const stopped = await guess('198.51.100.7', password);
    expect([stopped.status, codeOf(stopped)]).toEqual([429, 'rate_limited']);
    expect((await guess('192.0.2.1', password)).status).toBe(200);
  });

  it('refuses a page of another site', async () => {
    const answer = await web.request('POST', '/api/auth/sign-in', {
      body: { email: ana.email, password },
      headers: { origin: 'https://evil.test' },
    });
    expect([answer.status, codeOf(answer)]).toEqual([403, 'forbidden']);
  });
});

describe('a session', () => {
  let cookie: string;
  beforeEach(async () => {
    cookie = (await post('/owner', ana)).cookies;
  });
  const signInAgain = async () => (await post('/sign-in', { email: ana.email, password })).cookies;
  const isSignedIn = async (one: string) => (await state(one)).account !== null;

  it('is dead after sign-out, also for a copy of its cookie', async () => {
    const other = await signInAgain();
    expect((await post('/sign-out', undefined, cookie)).status).toBe(204);
    expect([await isSignedIn(cookie), await isSignedIn(other)]).toEqual([false, true]);
    expect((await post('/sign-out', undefined, cookie)).status).toBe(401);
  });

  it('ends everywhere at once', async () => {
    const other = await signInAgain();
    expect((await post('/sign-out-everywhere', undefined, other)).status).toBe(204);
    expect([await isSignedIn(cookie), await isSignedIn(other)]).toEqual([false, false]);
  });

  it('can be ended by its id, but only by its own account', async () => {
    await signInAgain();
    const list = async (one: string) =>
      (
        (await web.request('GET', '/api/auth/sessions', { headers: { cookie: one } })).body as {
          sessions: { id: string; current: boolean }[];
        }
      ).sessions;
    const other = (await list(cookie)).find((each) => !each.current);
    const stranger = await web.signIn('ben@example.test');
    expect((await post(`/sessions/${other?.id}/end`, undefined, stranger.cookie)).status).toBe(404);
    expect((await post(`/sessions/${other?.id}/end`, undefined, cookie)).status).toBe(204);
    expect((await list(cookie)).map((each) => each.current)).toEqual([true]);
  });

  it('is replaced by a change of password, and every other one is dead', async () => {
    const other = await signInAgain();
    const wrong = await post(
      '/password/change',
      { current: 'nope nope', password: 'new long words' },
      cookie,
    );
    expect(codeOf(wrong)).toBe('bad_request');
    const changed = await post('/password/change', { current: password, password: 'new long words' }, cookie);
    expect(changed.status).toBe(200);
    expect([await isSignedIn(cookie), await isSignedIn(other), await isSignedIn(changed.cookies)]).toEqual([
      false,
      false,
      true,
    ]);
    expect((await post('/sign-in', { email: ana.email, password })).status).toBe(401);
  });

  it('gets a new token after an hour; the old one is good for another minute', async () => {
    const ago = (interval: string) =>
      database.db.update(sessions).set({ rotatedAt: sql`now() - ${interval}::interval` });
    await ago('61 minutes');
    const renewed = await web.request('GET', '/api/auth/state', { headers: { cookie } });
    expect(renewed.cookies).toMatch(/session_token=/);
    expect(renewed.cookies).not.toBe(cookie);
    expect([await isSignedIn(cookie), await isSignedIn(renewed.cookies)]).toEqual([true, true]);
    await ago('61 seconds');
    expect([await isSignedIn(cookie), await isSignedIn(renewed.cookies)]).toEqual([false, true]);
  });

  it('survives ten requests at the moment of its renewal', async () => {
    await database.db.update(sessions).set({ rotatedAt: sql`now() - interval '2 hours'` });
    const answers = await Promise.all(Array.from({ length: 10 }, () => state(cookie)));
    expect(answers.every(({ account }) => account !== null)).toBe(true);
  });

  it('ends after a week without use and after a month in any case', async () => {
    await database.db.update(sessions).set({ expiresAt: sql`now() - interval '1 second'` });
    expect(await isSignedIn(cookie)).toBe(false);
    const second = await signInAgain();
    await database.db.update(sessions).set({ createdAt: sql`now() - interval '31 days'` });
    expect(await isSignedIn(second)).toBe(false);
    await deleteExpired(database.db);
    expect(await database.db.select().from(sessions)).toEqual([]);
  });

  it('is not opened by a forged cookie', async () => {
    const [name = ''] = cookie.split('=');
    const [row] = await database.db.select().from(sessions);
    expect(await isSignedIn(`${name}=${row?.token}.AAAA`)).toBe(false);
    expect(await isSignedIn(`${name}=${row?.token}`)).toBe(false);
  });
});

describe('signing up', () => {
  beforeEach(async () => {
    await post('/owner', ana);
  });
  const open = () => saveWorkspace(database.db, { openSignUp: true });

  it('is closed until the owner opens it', async () => {
    const closed = await post('/sign-up', { email: 'ben@example.test' });
    expect([closed.status, codeOf(closed)]).toEqual([403, 'forbidden']);
    expect(await listMails(database.db, { limit: 10, before: null })).toEqual([]);
  });

  it('goes by a link in a mail, which works once and proves the address', async () => {
    await open();
    expect((await post('/sign-up', { email: 'Ben@example.test' })).status).toBe(200);
    const token = await newestLink();
    const ben = { token, name: 'Ben', password, timeZone: 'UTC' };
    const made = await post('/sign-up/confirm', ben);
    expect(made).toMatchObject({
      status: 201,
      body: { account: { email: 'ben@example.test', role: 'member' } },
    });
    expect((await post('/sign-up/confirm', ben)).status).toBe(404);
    const [row] = await database.db.select().from(users).where(eq(users.email, 'ben@example.test'));
    expect(row?.emailVerified).toBe(true);
  });

  it('answers alike whether or not the address has an account', async () => {
    await open();
    const unknown = await timed('/sign-up', 'new@example.test');
    const known = await timed('/sign-up', ana.email);
    expect(known.answers).toEqual(unknown.answers);
    expect(Math.abs(known.ms - unknown.ms)).toBeLessThan(80);
    const [newest] = await listMails(database.db, { limit: 1, before: null });
    expect(newest).toMatchObject({ recipient: ana.email, subject: 'You have a Parley account already' });
  });

  it('refuses a link that is too old, and keeps no secret in the table', async () => {
    await open();
    await post('/sign-up', { email: 'ben@example.test' });
    const token = await newestLink();
    const [row] = await database.db.select().from(verifications);
    expect(`${row?.identifier} ${row?.value}`).not.toContain(token);
    await database.db.update(verifications).set({ expiresAt: sql`now() - interval '1 second'` });
    const late = await post('/sign-up/confirm', { token, name: 'Ben', password, timeZone: 'UTC' });
    expect([late.status, codeOf(late)]).toEqual([404, 'not_found']);
  });
});

describe('a forgotten password', () => {
  beforeEach(async () => {
    await post('/owner', ana);
  });

  it('is replaced by a link that works once, and every session is over', async () => {
    const before = (await post('/sign-in', { email: ana.email, password })).cookies;
    await post('/password/forgot', { email: ana.email });
    const token = await newestLink();
    const weak = await post('/password/reset', { token, password: '12345678' });
    expect(weak.status).toBe(400);
    const reset = await post('/password/reset', { token, password: 'eleven quiet harbours' });
    expect(reset.status).toBe(200);
    expect((await state(before)).account).toBeNull();
    expect((await state(reset.cookies)).account).not.toBeNull();
    expect((await post('/password/reset', { token, password: 'another long one' })).status).toBe(404);
    expect((await post('/sign-in', { email: ana.email, password: 'eleven quiet harbours' })).status).toBe(
      200,
    );
  });

  it('answers alike in words and time for an address without an account, which gets no mail', async () => {
    const known = await timed('/password/forgot', ana.email);
    const unknown = await timed('/password/forgot', 'nobody@example.test');
    expect(unknown.answers).toEqual(known.answers);
    expect(Math.abs(known.ms - unknown.ms)).toBeLessThan(80);
    const sent = await listMails(database.db, { limit: 10, before: null });
    expect(new Set(sent.map(({ recipient }) => recipient))).toEqual(new Set([ana.email]));
  });

  it('sends three mails to an address and then none for a while, only to whoever asked', async () => {
    const ask = (address: string) => post('/password/forgot', { email: ana.email }, undefined, address);
    for (let i = 0; i < 3; i++) expect((await ask('198.51.100.7')).status).toBe(200);
    expect((await ask('198.51.100.7')).status).toBe(429);
    expect((await ask('203.0.113.9')).status).toBe(200);
    const stored = await database.db.select().from(attempts);
    expect(JSON.stringify(stored)).not.toContain('ana');
  });
});

describe('other services', () => {
  it('are offered only when they are configured', async () => {
    const refused = await post('/service', { service: 'github' });
    expect(refused.status).toBe(404);
    const configured = createTestWeb(database, { GITHUB_CLIENT_ID: 'id', GITHUB_CLIENT_SECRET: 'secret' });
    const { body } = await configured.request('GET', '/api/auth/state');
    expect(body).toMatchObject({ services: ['github'] });
    const begun = await configured.request('POST', '/api/auth/service', { body: { service: 'github' } });
    const url = new URL((begun.body as { url: string }).url);
    expect(url.origin).toBe('https://github.com');
    expect(url.searchParams.get('redirect_uri')).toBe('http://parley.test/api/auth/callback/github');
  });

  it('come back to nowhere but this site', async () => {
    const configured = createTestWeb(database, { GITHUB_CLIENT_ID: 'id', GITHUB_CLIENT_SECRET: 'secret' });
    const body = { service: 'github', to: '//evil.test' };
    expect((await configured.request('POST', '/api/auth/service', { body })).status).toBe(400);
  });
});
