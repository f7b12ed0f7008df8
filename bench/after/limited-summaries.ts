/** Many meetings end together, and the model takes only so many requests: how much longer than it must it takes. */
import { setTimeout as sleep } from 'node:timers/promises';
import { openDatabase } from '../../db/database.ts';
import { markFlushed } from '../../db/queries/epochs.ts';
import { endMeeting } from '../../db/queries/meetings.ts';
import { addLines, seedMeeting } from '../../functions/testing/seed-meeting.ts';
import type { MeetingId } from '../../lib/ids.ts';
import type { BenchContext } from '../context.ts';
import type { Figure } from '../figure.ts';
import type { LimitedModel } from './limited-model.ts';

const meetings = 50;
/** 60 a minute. */
const limit = { requests: 20, windowMs: 20_000 };
const withinMs = 180_000;

export async function limitedSummaries(
  { instance, signal, onProgress }: BenchContext,
  model: LimitedModel,
): Promise<Figure> {
  await using database = openDatabase(instance.env.DATABASE_URL ?? '');
  const ids: MeetingId[] = [];
  for (let n = 0; n < meetings; n += 1) {
    const { id } = await seedMeeting(database);
    await addLines(database, id, [{ text: 'I will send the report.' }]);
    await markFlushed(database.db, id, 1);
    ids.push(id);
  }
  model.setLimit(limit);
  const refusedBefore = model.refused();
  const startedAt = performance.now();
  await Promise.all(ids.map((id) => endMeeting(database.db, { id, reason: 'host' })));
  const written = async () => {
    const [row] = await database.sql<{ count: number }[]>`select count(distinct meeting_id)::int as count
      from summaries where meeting_id = any(${ids})`;
    return row?.count ?? 0;
  };
  while ((await written()) < meetings) {
    signal.throwIfAborted();
    if (performance.now() - startedAt > withinMs) throw new Error(`only ${await written()} summaries came`);
    await sleep(50);
  }
  const tookMs = performance.now() - startedAt;
  onProgress(`${model.refused() - refusedBefore} requests were refused`);
  model.setLimit(null);
  return {
    name: `${meetings} meetings that end together, summarised`,
    value: tookMs,
    unit: 'ms',
    baseline: {
      name: `the limit of ${limit.requests} requests in ${limit.windowMs / 1_000} s`,
      value: (Math.ceil(meetings / limit.requests) - 1) * limit.windowMs,
    },
    goal: { of: 'ratio', atMost: 1.2 },
  };
}
