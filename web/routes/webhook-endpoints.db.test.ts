import { beforeAll, describe, expect, it } from 'vitest';
import type { WebhookDelivery, WebhookSecret } from '../../lib/webhooks/messages.ts';
import { shareTestWeb } from '../testing/share-test-web.ts';
import type { TestWeb } from '../testing/test-web.ts';

const web = await shareTestWeb();
const { database } = web.context;
let owner: string;
let member: string;
beforeAll(async () => {
  owner = (await web.signIn('ana@example.test')).cookie;
  member = (await web.signIn('ben@example.test')).cookie;
});

const path = '/api/workspace/webhooks';
type Method = Parameters<TestWeb['request']>[0];
const call = (method: Method, at: string, body?: unknown, cookie = owner) =>
  web.request(method, `${path}${at}`, { ...(body === undefined ? {} : { body }), headers: { cookie } });
const crm = { name: ' CRM ', url: 'http://127.0.0.1:9/hook', events: ['summary.ready'] };
const add = async () => (await call('POST', '', crm)).body as WebhookSecret;
const deliveriesOf = async (id: string) =>
  ((await call('GET', `/${id}/deliveries`)).body as { deliveries: WebhookDelivery[] }).deliveries;

describe('endpoints of webhooks', () => {
  it('are added with a secret that is shown once, changed, turned off and deleted', async () => {
    const { endpoint, secret } = await add();
    expect(secret).toMatch(/^whsec_[A-Za-z0-9+/]{43}=$/);
    expect(endpoint).toMatchObject({ ...crm, name: 'CRM', state: 'on', olderSecretUntilMs: null });
    const list = (await call('GET', '')).body;
    expect(list).toEqual({ endpoints: [endpoint] });
    expect(JSON.stringify(list)).not.toContain('whsec_');
    const changed = await call('PATCH', `/${endpoint.id}`, { events: ['action.done'], on: false });
    expect(changed.body).toEqual({ endpoint: { ...endpoint, events: ['action.done'], state: 'off' } });
    expect((await call('DELETE', `/${endpoint.id}`)).status).toBe(204);
    expect((await call('DELETE', `/${endpoint.id}`)).status).toBe(404);
    expect((await call('PATCH', `/${endpoint.id}`, { on: true })).status).toBe(404);
  });

  it('get another secret, with a day in which both are good', async () => {
    const { endpoint, secret } = await add();
    const renewed = (await call('POST', `/${endpoint.id}/secret`)).body as WebhookSecret;
    expect(renewed.secret).not.toBe(secret);
    const untilMs = renewed.endpoint.olderSecretUntilMs ?? 0;
    expect(untilMs - Date.now()).toBeGreaterThan(23 * 3_600_000);
    expect(untilMs - Date.now()).toBeLessThanOrEqual(24 * 3_600_000);
    await call('DELETE', `/${endpoint.id}`);
  });

  it.each([
    ['http://169.254.169.254/latest/meta-data', 'never gets webhooks'],
    ['http://2852039166/', 'never gets webhooks'],
    ['http://203.0.113.7/hook', 'begins with https://'],
    ['ftp://127.0.0.1/', 'begins with https://'],
    ['https://ana:secret@127.0.0.1/', 'must not hold a password'],
    [`https://127.0.0.1/${'x'.repeat(2_000)}`, 'url'],
  ])('do not go to %.60s', async (url, sentence) => {
    const { endpoint } = await add();
    for (const answer of [
      await call('POST', '', { ...crm, url }),
      await call('PATCH', `/${endpoint.id}`, { url }),
    ]) {
      expect(answer.status).toBe(400);
      expect(JSON.stringify(answer.body)).toContain(sentence);
    }
    await call('DELETE', `/${endpoint.id}`);
  });

  it('want a name and at least one event that there is', async () => {
    for (const wrong of [{ name: '  ' }, { events: [] }, { events: ['meeting.began'] }]) {
      expect((await call('POST', '', { ...crm, ...wrong })).status).toBe(400);
    }
  });

  it('are twenty at most', async () => {
    const ids: string[] = [];
    for (let n = 0; n < 20; n += 1) ids.push((await add()).endpoint.id);
    expect((await call('POST', '', crm)).status).toBe(409);
    for (const id of ids) await call('DELETE', `/${id}`);
  });

  it('are none of anybody else’s business', async () => {
    const { endpoint } = await add();
    for (const [method, at] of [
      ['GET', ''],
      ['POST', ''],
      ['PATCH', `/${endpoint.id}`],
      ['DELETE', `/${endpoint.id}`],
      ['POST', `/${endpoint.id}/secret`],
      ['GET', `/${endpoint.id}/deliveries`],
      ['POST', `/${endpoint.id}/test`],
    ] as const) {
      expect((await call(method, at, method === 'GET' ? undefined : {}, member)).status).toBe(403);
      expect((await call(method, at, method === 'GET' ? undefined : {}, '')).status).toBe(401);
    }
    await call('DELETE', `/${endpoint.id}`);
  });
});

describe('deliveries', () => {
  it('are made for a test and sent again on demand, in a round of their own', async () => {
    const { endpoint } = await add();
    const { body, status } = await call('POST', `/${endpoint.id}/test`);
    expect(status).toBe(202);
    const { delivery } = body as { delivery: WebhookDelivery };
    expect(await deliveriesOf(endpoint.id)).toEqual([delivery]);
    expect(delivery).toMatchObject({
      event: 'webhook.test',
      state: 'waiting',
      attempts: 0,
      lastStatus: null,
    });
    const again = await call('POST', `/${endpoint.id}/deliveries/${delivery.id}/resend`);
    expect([again.status, again.body]).toEqual([202, { delivery }]);
    const due = await database.sql`select data->>'round' as round from event_outbox
      where name = 'webhook/due' and data->>'deliveryId' = ${delivery.id} order by id`;
    expect(due.map(({ round }) => round)).toEqual(['1', '2']);
    const { endpoint: other } = await add();
    expect((await call('POST', `/${other.id}/deliveries/${delivery.id}/resend`)).status).toBe(404);
    await call('PATCH', `/${endpoint.id}`, { on: false });
    expect((await call('POST', `/${endpoint.id}/deliveries/${delivery.id}/resend`)).status).toBe(409);
    await call('DELETE', `/${endpoint.id}`);
    expect(await database.sql`select 1 from webhook_deliveries where endpoint_id = ${endpoint.id}`).toEqual(
      [],
    );
  });
});
