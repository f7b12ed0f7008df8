/** Meetings whose webhooks come in any order, twice, late or never: all of them must end in the same state. */
import { setTimeout as sleep } from 'node:timers/promises';
import { type Database, openDatabase } from '../../../db/database.ts';
import { addLines } from '../../../functions/testing/seed-meeting.ts';
import type { MeetingId } from '../../../lib/ids.ts';
import { reconcile } from '../../../web/reconcile.ts';
import { createTestWeb, type TestWeb } from '../../../web/testing/test-web.ts';
import { isUnsettledWithout, readFinalState } from './final-state.ts';
import type { Services } from './services.ts';
import { startParley } from './start-parley.ts';

export interface WebhookTotals {
  orders: { runs: number; states: number; lost: string[]; doubled: string[] };
  without: { runs: number; seconds: number; lost: string[] };
}

interface Held {
  id: MeetingId;
  /** Webhooks in the order in which they are sent. */
  webhooks: object[];
}

const batch = 50;
/** Meetings of which no webhook arrives; how often web looks by itself, and how long all may take. */
const silent = 20;
const roundMs = 10_000;
const silentWithinMs = 120_000;
/** Past the time that a room may be missing while LiveKit restarts. */
const laterMs = 60_000;
const settledWithinMs = 300_000;

export async function playWebhooks(
  outside: Database,
  services: Services,
  { orders, random }: { orders: number; random: () => number },
): Promise<WebhookTotals> {
  await using database = openDatabase(outside.url);
  await using _parley = await startParley(database, services.addresses);
  const web = createTestWeb(outside);
  const { cookie } = await web.signIn('ana@parley.test');
  const meetings: MeetingId[] = [];
  while (meetings.length < orders) {
    const held: Held[] = [];
    for (let n = 0; n < Math.min(batch, orders - meetings.length); n += 1) held.push(await hold(web, cookie));
    await playBatch(web, held, random);
    meetings.push(...held.map(({ id }) => id));
    if (meetings.length % 250 === 0) console.log(`  ${meetings.length} orders of webhooks`);
  }
  await waitUntilSettled(outside, meetings, settledWithinMs);
  const compared = await compareStates(outside, meetings);
  return { orders: { runs: orders, ...compared }, without: await playWithout(web, outside, cookie) };
}

/** A meeting of Ana and Ben that web has seen once, as it does every 10 s. */
async function hold(web: TestWeb, cookie: string): Promise<Held> {
  const { sql } = web.context.database;
  const { meeting } = await web.createMeeting(cookie);
  const ana = await web.join(meeting.code, 'Ana', { cookie });
  const ben = await web.join(meeting.code, 'Ben');
  await sql`update participants set email = ${`ben-${meeting.id.toLowerCase()}@parley.test`}
    where id = ${ben.participantId}`;
  const people = [ana.participantId, ben.participantId].map((identity) => ({
    identity,
    sid: `PA_${identity}`,
  }));
  for (const { identity, sid } of people) {
    web.rooms.enter(meeting.id, { identity, sid, kind: 'standard', joinedAt: new Date() });
  }
  await addLines(web.context.database, meeting.id, [
    { speaker: ana.participantId, speakerName: 'Ana', text: 'We decided on March.' },
    { speaker: ben.participantId, speakerName: 'Ben', text: 'I will send the figures.' },
  ]);
  const [row] = await sql`select room_sid from meetings where id = ${meeting.id}`;
  const room = { sid: row?.room_sid, name: meeting.id };
  const nowSeconds = Math.floor(Date.now() / 1_000);
  const event = (name: string, n: number, participant?: object) => ({
    event: name,
    id: `EV_${meeting.id}_${name}_${n}`,
    createdAt: String(nowSeconds),
    room,
    ...(participant ? { participant } : {}),
  });
  const joinedAt = String(nowSeconds);
  return {
    id: meeting.id,
    webhooks: [
      event('room_started', 0),
      ...people.map((person, n) => event('participant_joined', n, { ...person, joinedAt, kind: 'STANDARD' })),
      ...people.map((person, n) => event('participant_left', n, { ...person, joinedAt, kind: 'STANDARD' })),
      event('room_finished', 0),
    ],
  };
}

async function playBatch(web: TestWeb, held: readonly Held[], random: () => number): Promise<void> {
  await reconcile(web.context);
  const plans = held.map(({ webhooks }) => mix(webhooks, random));
  const sendPart = (part: 'early' | 'late') =>
    Promise.all(
      plans.map(async (plan) => {
        for (const webhook of plan[part]) await web.sendWebhook(webhook);
      }),
    );
  await sendPart('early');
  for (const { id } of held) web.rooms.forget(id);
  await reconcile(web.context);
  await reconcile(web.context, () => Date.now() + laterMs);
  await sendPart('late');
}

/** A third is lost, a third comes twice, and the order is any; some come when web has found out by itself. */
function mix(webhooks: readonly object[], random: () => number): { early: object[]; late: object[] } {
  const sent = webhooks.flatMap((webhook) => {
    const chance = random();
    return chance < 1 / 3 ? [] : chance < 2 / 3 ? [webhook] : [webhook, webhook];
  });
  const shuffled = sent
    .map((webhook) => ({ webhook, at: random() }))
    .toSorted((a, b) => a.at - b.at)
    .map(({ webhook }) => webhook);
  const cut = Math.floor(random() * (shuffled.length + 1));
  return { early: shuffled.slice(0, cut), late: shuffled.slice(cut) };
}

async function compareStates(outside: Database, meetings: readonly MeetingId[]) {
  const byState = new Map<string, MeetingId[]>();
  for (const id of meetings) {
    const state = JSON.stringify(await readFinalState(outside, id));
    byState.set(state, [...(byState.get(state) ?? []), id]);
  }
  const expected = JSON.stringify(finalState);
  const others = [...byState].filter(([state]) => state !== expected);
  return {
    states: byState.size,
    lost: others.map(([state, ids]) => `${ids.length} meetings end as ${state}, such as ${ids[0]}`),
    doubled: [],
  };
}

/** One summary, one mail to each of the two, everyone has left. */
const finalState = {
  status: 'completed',
  people: [
    ['Ana', 1, true],
    ['Ben', 1, true],
  ],
  lines: 2,
  summaries: 1,
  mails: 2,
  stages: ['mail: done', 'summary: done', 'transcript: done'],
};

/** In real time: web looks every 10 s, and nobody tells it anything. */
async function playWithout(
  web: TestWeb,
  outside: Database,
  cookie: string,
): Promise<WebhookTotals['without']> {
  const held: Held[] = [];
  for (let n = 0; n < silent; n += 1) held.push(await hold(web, cookie));
  await reconcile(web.context);
  const meetings = held.map(({ id }) => id);
  for (const id of meetings) web.rooms.forget(id);
  const startedAt = performance.now();
  while (performance.now() - startedAt < silentWithinMs) {
    await reconcile(web.context);
    if (await waitUntilSettled(outside, meetings, roundMs)) break;
  }
  const seconds = (performance.now() - startedAt) / 1_000;
  const { lost } = await compareStates(outside, meetings);
  return { runs: silent, seconds, lost };
}

async function waitUntilSettled(
  outside: Database,
  meetings: readonly MeetingId[],
  withinMs: number,
): Promise<boolean> {
  const until = performance.now() + withinMs;
  while (performance.now() < until) {
    if (!(await isUnsettledWithout(outside, meetings))) return true;
    await sleep(100);
  }
  return false;
}
