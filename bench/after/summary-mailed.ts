/** From the end of a meeting to the last summary in a mailbox, without the time of the model. */
import { setTimeout as sleep } from 'node:timers/promises';
import { type Database, openDatabase } from '../../db/database.ts';
import { enqueueMail } from '../../db/queries/mails.ts';
import { findSummaryVersion } from '../../db/queries/summaries.ts';
import type { Mailbox } from '../../e2e/faults/after/mailbox.ts';
import { createApiClient } from '../../e2e/rehearsal/api-client.ts';
import { nowMs } from '../../e2e/rehearsal/clock.ts';
import { percentile } from '../../e2e/rehearsal/percentiles.ts';
import { addLines } from '../../functions/testing/seed-meeting.ts';
import type { BenchContext } from '../context.ts';
import type { Figure } from '../figure.ts';

const meetings = 20;
const listensWithinMs = 30_000;
const mailedWithinMs = 30_000;

export async function summaryMailed(context: BenchContext, mailbox: Mailbox): Promise<Figure> {
  const { instance, signal, onProgress } = context;
  await using database = openDatabase(instance.env.DATABASE_URL ?? '');
  const ours: number[] = [];
  const bare: number[] = [];
  for (let n = 0; n < meetings; n += 1) {
    signal.throwIfAborted();
    bare.push(await mailAlone(database, mailbox, `bare${n}@bench.test`));
    ours.push(await endOne(context, database, mailbox, n));
  }
  onProgress(`summary mailed: ${ours.map((ms) => Math.round(ms)).join(', ')} ms`);
  return {
    name: 'summary mailed p95, without the model',
    value: percentile(ours, 0.95) ?? Number.NaN,
    unit: 'ms',
    baseline: { name: 'a mail alone', value: percentile(bare, 0.95) ?? Number.NaN },
    goal: { of: 'value', atMost: 2_000 },
  };
}

/** A meeting of two people with a live agent, which a host ends. */
async function endOne(
  { instance }: BenchContext,
  database: Database,
  mailbox: Mailbox,
  n: number,
): Promise<number> {
  const api = createApiClient(instance.url);
  const { id, code } = await api.createMeeting('Bench');
  const people = ['ana', 'ben'].map((name) => `${name}${n}@bench.test`);
  const [host] = await Promise.all(people.map((email) => api.join(code, { name: email, email })));
  if (!host) throw new Error('nobody joined');
  await until(listensWithinMs, 'no agent listens', async () => {
    const [row] =
      await database.sql`select 1 from agent_epochs where meeting_id = ${id} and listening_at is not null`;
    return row !== undefined;
  });
  const said = { speaker: host.participantId, speakerName: host.name };
  await addLines(
    database,
    id,
    Array.from({ length: 20 }, (_, line) => ({ ...said, text: `I will do number ${line}.` })),
  );
  await api.end(host);
  const endedAtMs = nowMs();
  const accepted = () => mailbox.deliveries.filter(({ to }) => people.includes(to));
  await until(mailedWithinMs, 'the summary was not mailed', async () => accepted().length === people.length);
  const summary = await findSummaryVersion(database.db, id);
  return Math.max(...accepted().map(({ atMs }) => atMs)) - endedAtMs - (summary?.modelMs ?? 0);
}

async function mailAlone({ db }: Database, mailbox: Mailbox, recipient: string): Promise<number> {
  const startedAtMs = nowMs();
  const letter = { recipient, kind: 'bench', subject: 'Bench', html: '<p>Hello</p>', text: 'Hello' };
  await enqueueMail(db, { ...letter, dedupeKey: recipient });
  const accepted = () => mailbox.deliveries.find(({ to }) => to === recipient);
  await until(mailedWithinMs, 'no mail came', async () => accepted() !== undefined);
  return (accepted()?.atMs ?? Number.NaN) - startedAtMs;
}

async function until(withinMs: number, problem: string, check: () => Promise<boolean>): Promise<void> {
  const end = performance.now() + withinMs;
  while (!(await check())) {
    if (performance.now() > end) throw new Error(problem);
    await sleep(10);
  }
}
