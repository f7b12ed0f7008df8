import { beforeAll, describe, expect, it } from 'vitest';
import { enqueueMail, type NewMail } from '../../db/queries/mails.ts';
import { setOptOut } from '../../db/queries/summary-mails.ts';
import { sendDueMails } from '../mail/send-mails.ts';
import { shareTestWeb } from '../testing/share-test-web.ts';

const web = await shareTestWeb();
const { database } = web.context;
let owner: string;
let member: string;
beforeAll(async () => {
  owner = (await web.signIn('ana@example.test')).cookie;
  member = (await web.signIn('ben@example.test')).cookie;
});

const get = (path: string, cookie?: string) =>
  web.request('GET', path, { headers: cookie ? { cookie } : {} });
const post = (path: string, body: unknown, cookie?: string) =>
  web.request('POST', path, { body, headers: cookie ? { cookie } : {} });

describe('the settings of the installation', () => {
  it('are read and changed by the owner only', async () => {
    expect((await get('/api/workspace', owner)).body).toEqual({
      openSignUp: false,
      keepDays: null,
    });
    for (const [cookie, status] of [
      [member, 403],
      [undefined, 401],
    ] as const) {
      expect((await get('/api/workspace', cookie)).status).toBe(status);
      expect((await post('/api/workspace', { openSignUp: true }, cookie)).status).toBe(status);
    }
    expect((await post('/api/workspace', { openSignUp: true }, owner)).status).toBe(200);
    expect((await get('/api/auth/state')).body).toMatchObject({ openSignUp: true });
  });
});

describe('the outbox', () => {
  const letter: Omit<NewMail, 'dedupeKey'> = {
    ...{ kind: 'invitation', recipient: 'carla@example.test', subject: 'Come' },
    ...{ html: '<script>alert(1)</script>', text: 'hello' },
  };

  it('shows every mail to the owner, newest first, page by page, and says that nothing is sent', async () => {
    for (let i = 0; i < 60; i++) {
      await enqueueMail(database.db, { ...letter, dedupeKey: `mail-${i}`, subject: `Mail ${i}` });
    }
    while ((await sendDueMails({ database, mailer: null, logger: web.context.logger })) > 0);
    type Page = { mails: { id: string; subject: string; status: string }[]; next: string };
    const first = (await get('/api/workspace/outbox', owner)).body as Page;
    expect(first).toMatchObject({ sendsMail: false });
    expect(first.mails).toHaveLength(50);
    expect(first.mails[0]).toMatchObject({ subject: 'Mail 59', status: 'kept' });
    const second = (await get(`/api/workspace/outbox?before=${first.next}`, owner)).body as Page;
    expect(second.mails.map(({ subject }) => subject)).toEqual(
      Array.from({ length: 10 }, (_, i) => `Mail ${9 - i}`),
    );
    expect(second.next).toBeNull();
    const one = await get(`/api/workspace/outbox/${first.mails[0]?.id}`, owner);
    expect(one.body).toMatchObject({ mail: { text: 'hello', html: '<script>alert(1)</script>' } });
  });

  it('sends a mail again that was given up, and no other', async () => {
    const ids = new Map<string, string>();
    for (const status of ['failed', 'sent', 'kept', 'queued']) {
      await enqueueMail(database.db, { ...letter, dedupeKey: `resend-${status}` });
      const [row] =
        await database.sql`update mails set status = ${status}, attempts = 30, due_at = now() + interval '1 day',
        unsubscribe_url = 'http://parley.test/u' where dedupe_key = ${`resend-${status}`} returning id`;
      ids.set(status, row?.id);
    }
    const path = (status: string) => `/api/workspace/outbox/${ids.get(status)}/resend`;
    const stateOf = async (status: string) => {
      const [row] =
        await database.sql`select status, attempts, due_at <= now() as due from mails where id = ${ids.get(status) ?? ''}`;
      return row;
    };
    for (const status of ['sent', 'kept']) expect((await post(path(status), {}, owner)).status).toBe(409);
    expect((await post(path('failed'), {}, member)).status).toBe(403);
    await setOptOut(database.db, letter.recipient, true);
    expect((await post(path('failed'), {}, owner)).status).toBe(409);
    expect(await stateOf('failed')).toMatchObject({ status: 'failed' });
    await setOptOut(database.db, letter.recipient, false);
    expect((await post(path('failed'), {}, owner)).status).toBe(204);
    expect(await stateOf('failed')).toEqual({ status: 'queued', attempts: 0, due: true });
    // What waits for its next try goes on waiting.
    expect((await post(path('queued'), {}, owner)).status).toBe(204);
    expect(await stateOf('queued')).toEqual({ status: 'queued', attempts: 30, due: false });
  });

  it('is closed to everyone else', async () => {
    const { mails } = (await get('/api/workspace/outbox', owner)).body as { mails: { id: string }[] };
    for (const path of ['/api/workspace/outbox', `/api/workspace/outbox/${mails[0]?.id}`]) {
      expect((await get(path, member)).status).toBe(403);
      expect((await get(path)).status).toBe(401);
    }
    expect((await get('/api/workspace/outbox/eml_nothing', owner)).status).toBe(404);
  });
});

describe('a profile', () => {
  it('changes name and time zone, cleaned and checked', async () => {
    const changed = await post('/api/auth/profile', { name: 'Ben \u202e Carter' }, member);
    expect(changed.body).toMatchObject({ account: { name: 'Ben Carter', timeZone: 'UTC' } });
    const zone = await post('/api/auth/profile', { timeZone: 'America/Sao_Paulo' }, member);
    expect(zone.body).toMatchObject({ account: { name: 'Ben Carter', timeZone: 'America/Sao_Paulo' } });
    expect((await post('/api/auth/profile', { timeZone: 'Moon/Base' }, member)).status).toBe(400);
    expect((await post('/api/auth/profile', { name: ' ' }, member)).status).toBe(400);
    expect((await post('/api/auth/profile', { name: 'Eve' })).status).toBe(401);
  });
});
