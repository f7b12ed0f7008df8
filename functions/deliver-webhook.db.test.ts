import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import { Webhook } from 'standardwebhooks';
import { beforeAll, describe, expect, it } from 'vitest';
import { insertUser } from '../db/queries/accounts.ts';
import { finishAction } from '../db/queries/actions.ts';
import { deleteMeeting } from '../db/queries/delete-meeting.ts';
import { closeMeeting, completeMeeting } from '../db/queries/finish-meeting.ts';
import {
  addTestDelivery,
  announceFact,
  type Delivery,
  forgetDeliveries,
  listDeliveries,
  resendDelivery,
} from '../db/queries/webhook-deliveries.ts';
import {
  changeEndpoint,
  deleteEndpoint,
  type Endpoint,
  findEndpoint,
  insertEndpoint,
  renewSecret,
} from '../db/queries/webhook-endpoints.ts';
import type { MeetingId } from '../lib/ids.ts';
import { webhookEvents } from '../lib/webhooks/events.ts';
import { shareTestDatabase } from '../local/testing/test-database.ts';
import { secretsOf, sendOnce } from './deliver-webhook.ts';
import { createSummaryModel } from './summary/summary-model.ts';
import { approve } from './testing/approve.ts';
import { testFunctionParts } from './testing/function-parts.ts';
import { startScriptedModel } from './testing/scripted-model.ts';
import { addLines, seedMeeting } from './testing/seed-meeting.ts';
import { startFunctions } from './testing/start-functions.ts';
import { type Received, startWebhookReceiver } from './testing/webhook-receiver.ts';

const database = await shareTestDatabase();
beforeAll(async () => {
  const owner = {
    name: 'Ana',
    email: 'ana@example.test',
    emailVerified: true,
    timeZone: 'UTC',
    passwordHash: '',
  };
  await insertUser(database.db, owner, 'owner');
});

const parts = () => testFunctionParts(database);

async function addEndpoint(url: string): Promise<Endpoint> {
  const endpoint = await insertEndpoint(database.db, { name: 'CRM', url, events: [...webhookEvents] }, 100);
  if (!endpoint) throw new Error('too many endpoints');
  return endpoint;
}

/** Without its endpoint nothing that a later test does is sent there. */
async function withEndpoint(url: string) {
  const endpoint = await addEndpoint(url);
  return Object.assign(endpoint, {
    [Symbol.asyncDispose]: async () => void (await deleteEndpoint(database.db, endpoint.id)),
  });
}

const deliveriesOf = ({ id }: Endpoint) => listDeliveries(database.db, id, 50);
const stateOf = async ({ id }: Endpoint) => (await findEndpoint(database.db, id))?.state;

/** A fact about a meeting that is over, and its only delivery. */
async function announce(endpoint: Endpoint): Promise<Delivery & { meetingId: MeetingId }> {
  const { id } = await seedMeeting(database);
  await addLines(database, id, [{}, {}]);
  await closeMeeting(database.db, id);
  await completeMeeting(database.db, id);
  const delivery = (await deliveriesOf(endpoint)).find(({ meetingId }) => meetingId === id);
  if (!delivery) throw new Error('nothing was announced');
  return { ...delivery, meetingId: id };
}

const send = ({ id: deliveryId, round }: Delivery, isLast = false) =>
  sendOnce(parts(), { deliveryId, round }, { isLast });

/** As docs/WEBHOOKS.md says that receivers do it. */
function verify({ raw, headers }: Received, secret: string | undefined): unknown {
  return new Webhook(secret ?? '').verify(raw, headers);
}

const newestSecret = (endpoint: Endpoint) => secretsOf(parts(), endpoint, new Date())[0];
const mailsAbout = () => database.sql`select recipient, subject from mails where kind = 'webhook-off'`;

describe('a webhook', () => {
  it('tells each of the three facts once, signed, whatever is doubled on the way', async () => {
    await using receiver = await startWebhookReceiver();
    await using endpoint = await withEndpoint(receiver.url);
    await using model = await startScriptedModel({ kind: 'summary' });
    await using _functions = await startFunctions(database, { summarizer: createSummaryModel(model.server) });
    const { id, ana } = await seedMeeting(database);
    await addLines(database, id, [{ speaker: ana, text: 'We decided on March.' }]);
    const { actionId } = await approve(database, {
      meetingId: id,
      by: ana,
      tool: 'recordDecision',
      args: { text: 'March.' },
    });
    await closeMeeting(database.db, id);
    await completeMeeting(database.db, id);
    await expect.poll(() => receiver.received.length, { timeout: 15_000 }).toBe(3);
    // Everything that leads to a webhook again: none of it is a new fact.
    await completeMeeting(database.db, id);
    await finishAction(database.db, actionId, { status: 'done', message: '', made: [] });
    await announceFact(database.db, { event: 'meeting.finished', meetingId: id, subjectId: id });
    await database.sql`update event_outbox set sent_at = null, due_at = now() where name = 'webhook/due'`;
    await new Promise((resolve) => setTimeout(resolve, 800));
    expect(receiver.received).toHaveLength(3);

    const byType = new Map(receiver.received.map((each) => [each.body.type, each]));
    expect([...byType.keys()].toSorted()).toEqual([...webhookEvents].toSorted());
    for (const each of receiver.received) expect(verify(each, newestSecret(endpoint))).toEqual(each.body);
    const url = `http://parley.test/meetings/${id}`;
    expect(byType.get('meeting.finished')?.body.data).toMatchObject({
      ...{ meetingId: id, title: 'Test', url, people: 1, lines: 1, gaps: 0 },
    });
    expect(byType.get('summary.ready')?.body.data).toMatchObject({ meetingId: id, version: 1, by: 'model' });
    expect(byType.get('action.done')?.body.data).toMatchObject({
      meetingId: id,
      actionId,
      tool: 'recordDecision',
    });
    expect(byType.get('meeting.finished')?.headers).toMatchObject({
      'content-type': 'application/json',
      'webhook-id': `meeting-finished:${id}`,
    });
    expect((await deliveriesOf(endpoint)).map(({ state, attempts }) => [state, attempts])).toEqual(
      Array(3).fill(['delivered', 1]),
    );
    expect(JSON.stringify(receiver.received)).not.toMatch(/March|Ana/);
  }, 30_000);

  it('comes again after a 500, with the same id and words and a time of its own', async () => {
    await using receiver = await startWebhookReceiver((response, nth) =>
      response.writeHead(nth === 1 ? 500 : 200).end(),
    );
    await using endpoint = await withEndpoint(receiver.url);
    await using _functions = await startFunctions(database);
    const { meetingId } = await announce(endpoint);
    await expect.poll(() => receiver.received.length, { timeout: 15_000 }).toBe(2);
    const [first, second] = receiver.received;
    expect(second?.headers['webhook-id']).toBe(`meeting-finished:${meetingId}`);
    expect(second?.headers['webhook-id']).toBe(first?.headers['webhook-id']);
    expect(second?.raw).toBe(first?.raw);
    const seconds = (each?: Received) => Number(each?.headers['webhook-timestamp']);
    expect(seconds(second) - seconds(first)).toBeGreaterThanOrEqual(4);
    if (second) verify(second, newestSecret(endpoint));
    await expect
      .poll(async () => (await deliveriesOf(endpoint))[0], { timeout: 5_000 })
      .toMatchObject({ state: 'delivered', attempts: 2, lastStatus: 200, lastError: '' });
    expect(await findEndpoint(database.db, endpoint.id)).toMatchObject({ state: 'on', failingSince: null });
  }, 30_000);

  it('is sent again under the same id by the heir of a process that was killed before it stored the answer', async () => {
    const victim = fileURLToPath(new URL('./testing/victim.ts', import.meta.url));
    await using receiver = await startWebhookReceiver(
      (response, nth) => nth > 1 && response.writeHead(204).end(),
    );
    await using endpoint = await withEndpoint(receiver.url);
    const child = spawn(process.execPath, [victim, database.url], {
      env: {},
      stdio: ['ignore', 'ignore', 'inherit'],
    });
    const exited = once(child, 'exit');
    try {
      await announce(endpoint);
      await expect.poll(() => receiver.received.length, { timeout: 15_000 }).toBe(1);
      child.kill('SIGKILL');
      await exited;
      await using _heir = await startFunctions(database);
      await expect
        .poll(async () => (await deliveriesOf(endpoint))[0]?.state, { timeout: 10_000 })
        .toBe('delivered');
      const ids = receiver.received.map(({ headers }) => headers['webhook-id']);
      expect(ids).toEqual([ids[0], ids[0]]);
      expect(receiver.received[1]?.raw).toBe(receiver.received[0]?.raw);
    } finally {
      child.kill('SIGKILL');
      await exited;
    }
  }, 40_000);

  it('goes with the meeting that it is about', async () => {
    await using receiver = await startWebhookReceiver((response) => response.writeHead(500).end());
    await using endpoint = await withEndpoint(receiver.url);
    const delivery = await announce(endpoint);
    expect(await send(delivery)).toBe('again');
    await deleteMeeting(database.db, { id: delivery.meetingId, reason: 'host' });
    expect(await deliveriesOf(endpoint)).toEqual([]);
    expect(await send(delivery)).toBe('over');
    expect(receiver.received).toHaveLength(1);
  });

  it('is not sent of a meeting that never began', async () => {
    await using endpoint = await withEndpoint('http://127.0.0.1:9/hook');
    const { id } = await seedMeeting(database);
    await database.sql`update meetings set started_at = null where id = ${id}`;
    await closeMeeting(database.db, id);
    await completeMeeting(database.db, id);
    expect(await deliveriesOf(endpoint)).toEqual([]);
  });
});

describe(sendOnce, () => {
  it('waits no longer than 10 s for a slow receiver', async () => {
    await using receiver = await startWebhookReceiver(() => undefined);
    await using endpoint = await withEndpoint(receiver.url);
    const startedAt = Date.now();
    expect(await send(await announce(endpoint))).toBe('again');
    expect(Date.now() - startedAt).toBeLessThan(12_000);
    expect((await deliveriesOf(endpoint))[0]).toMatchObject({
      ...{ state: 'waiting', attempts: 1, lastStatus: null, lastError: 'It did not answer within 10 s.' },
    });
  });

  it('turns an endpoint off that answers 410, tells the owner once, and sends nothing more', async () => {
    await using receiver = await startWebhookReceiver((response) => response.writeHead(410).end());
    await using endpoint = await withEndpoint(receiver.url);
    const [one, two] = [await announce(endpoint), await announce(endpoint)];
    expect(await send(one)).toBe('failed');
    expect(await stateOf(endpoint)).toBe('gone');
    expect(await send(two)).toBe('failed');
    expect(receiver.received).toHaveLength(1);
    expect((await deliveriesOf(endpoint)).map(({ lastError }) => lastError)).toEqual([
      'Not sent: the endpoint is off.',
      'It wants no more webhooks (410).',
    ]);
    expect(await mailsAbout()).toEqual([
      { recipient: 'ana@example.test', subject: 'Webhooks turned off: CRM' },
    ]);
    await database.sql`delete from mails`;
  });

  it('turns an endpoint off that has taken nothing for five days', async () => {
    await using receiver = await startWebhookReceiver((response) => response.writeHead(503).end());
    await using endpoint = await withEndpoint(receiver.url);
    const failingSince = (hours: number) =>
      database.sql`update webhook_endpoints set failing_since = now() - make_interval(hours => ${hours})
        where id = ${endpoint.id}`;
    await failingSince(119);
    expect(await send(await announce(endpoint), true)).toBe('failed');
    expect(await stateOf(endpoint)).toBe('on');
    await failingSince(121);
    expect(await send(await announce(endpoint))).toBe('again');
    expect(await stateOf(endpoint)).toBe('failing');
    expect(await mailsAbout()).toHaveLength(1);
    expect(await changeEndpoint(database.db, endpoint.id, { on: true })).toMatchObject({
      ...{ state: 'on', failingSince: null },
    });
    await database.sql`delete from mails`;
  });

  it('does not follow where it is led', async () => {
    await using elsewhere = await startWebhookReceiver();
    await using receiver = await startWebhookReceiver((response) =>
      response.writeHead(307, { location: elsewhere.url }).end(),
    );
    await using endpoint = await withEndpoint(receiver.url);
    expect(await send(await announce(endpoint))).toBe('again');
    expect(elsewhere.received).toEqual([]);
    expect((await deliveriesOf(endpoint))[0]).toMatchObject({
      ...{ lastStatus: 307, lastError: 'It leads elsewhere (307), and redirects are not followed.' },
    });
  });

  it('takes the status of a huge answer and reads little of the rest', async () => {
    let written = 0;
    await using receiver = await startWebhookReceiver((response) => {
      response.writeHead(200);
      const more = () => {
        while (!response.destroyed) {
          written += 65_536;
          if (!response.write(Buffer.alloc(65_536))) return void response.once('drain', more);
        }
      };
      more();
    });
    await using endpoint = await withEndpoint(receiver.url);
    expect(await send(await announce(endpoint))).toBe('delivered');
    // What the operating system took on its own account.
    expect(written).toBeLessThan(16 * 1024 * 1024);
  });

  it('speaks to no address that is reserved for the machine, whoever let it in', async () => {
    await using endpoint = await withEndpoint('http://169.254.169.254/latest/meta-data');
    expect(await send(await announce(endpoint))).toBe('again');
    expect((await deliveriesOf(endpoint))[0]?.lastError).toMatch('reserved for the machine');
  });

  it('signs by both secrets while one replaces the other', async () => {
    await using receiver = await startWebhookReceiver();
    await using endpoint = await withEndpoint(receiver.url);
    const before = newestSecret(endpoint);
    const renewed = await renewSecret(database.db, endpoint.id);
    if (!renewed) throw new Error('no endpoint');
    expect(newestSecret(renewed)).not.toBe(before);
    await send(await announce(endpoint));
    await database.sql`update webhook_endpoints set older_secret_until = now() where id = ${endpoint.id}`;
    await send(await announce(endpoint));
    const [during, after] = receiver.received;
    if (!during || !after) throw new Error('not sent');
    for (const secret of [before, newestSecret(renewed)]) verify(during, secret);
    verify(after, newestSecret(renewed));
    expect(() => verify(after, before)).toThrow('No matching signature found');
    expect(() => verify({ ...after, raw: `${after.raw} ` }, newestSecret(renewed))).toThrow(
      'No matching signature',
    );
  });

  it('sends again what somebody wants again, and stops what went on before', async () => {
    await using receiver = await startWebhookReceiver((response, nth) =>
      response.writeHead(nth === 1 ? 500 : 200).end(),
    );
    await using endpoint = await withEndpoint(receiver.url);
    const before = await announce(endpoint);
    expect(await send(before)).toBe('again');
    const again = await resendDelivery(database.db, endpoint.id, before.id);
    if (!again) throw new Error('no delivery');
    expect(await send(before)).toBe('over');
    expect(await send(again)).toBe('delivered');
    expect(await send(again)).toBe('delivered');
    expect(receiver.received.map(({ headers }) => headers['webhook-id'])).toEqual(
      Array(2).fill(before.messageId),
    );
  });

  it('tries a test once, also where the endpoint is off', async () => {
    await using receiver = await startWebhookReceiver((response) => response.writeHead(401).end());
    await using endpoint = await withEndpoint(receiver.url);
    await changeEndpoint(database.db, endpoint.id, { on: false });
    expect(await send(await addTestDelivery(database.db, endpoint.id))).toBe('failed');
    expect(receiver.received[0]?.body).toMatchObject({
      type: 'webhook.test',
      data: { url: 'http://parley.test/webhooks' },
    });
    expect((await deliveriesOf(endpoint))[0]?.lastError).toBe('It answered with status 401.');
  });
});

describe(forgetDeliveries, () => {
  it('forgets what is over and old', async () => {
    await using receiver = await startWebhookReceiver();
    await using endpoint = await withEndpoint(receiver.url);
    const [old, waiting, fresh] = [
      await announce(endpoint),
      await announce(endpoint),
      await announce(endpoint),
    ];
    await send(old);
    await send(fresh);
    await database.sql`update webhook_deliveries set created_at = now() - interval '31 days'
      where id in (${old.id}, ${waiting.id})`;
    expect(await forgetDeliveries(database.db, { days: 30 })).toBe(1);
    expect((await deliveriesOf(endpoint)).map(({ id }) => id)).toEqual([fresh.id, waiting.id]);
  });
});
