import { NonRetriableError } from 'inngest';
import { describe, expect, it, vi } from 'vitest';
import type { Database } from '../db/database.ts';
import { markFlushed } from '../db/queries/epochs.ts';
import { completeMeeting, settleAtEnd } from '../db/queries/finish-meeting.ts';
import { endMeeting, findMeeting } from '../db/queries/meetings.ts';
import { enqueueEvent } from '../db/queries/outbox.ts';
import { recordLeft } from '../db/queries/participants.ts';
import { openGap } from '../db/queries/transcript.ts';
import { createId, type MeetingId } from '../lib/ids.ts';
import { createTestDatabase } from '../local/testing/test-database.ts';
import { awaitLastLines, closeForGood } from './finish-meeting.ts';
import { addLines, joinAgent, seedMeeting } from './testing/seed-meeting.ts';
import { startFunctions } from './testing/start-functions.ts';

const completed = (database: Database, id: MeetingId) =>
  vi.waitFor(
    async () => {
      const meeting = await findMeeting(database.db, id);
      expect(meeting?.status).toBe('completed');
      return meeting;
    },
    { timeout: 15_000, interval: 20 },
  );

describe('finish-meeting', () => {
  it('completes an ended meeting once its last lines are in, with counts and settled presence', async () => {
    await using database = await createTestDatabase();
    const { id } = await seedMeeting(database);
    await openGap(database.db, { meetingId: id, afterEpoch: 1, startMs: 5, reason: 'agent_lost' });
    await using _functions = await startFunctions(database);

    await endMeeting(database.db, { id, reason: 'host' });
    await new Promise((resolve) => setTimeout(resolve, 400));
    expect((await findMeeting(database.db, id))?.status).toBe('ended');
    await addLines(database, id, [{}, {}, { kind: 'gap' }]);
    await markFlushed(database.db, id, 1);

    expect(await completed(database, id)).toMatchObject({
      endReason: 'host',
      lineCount: 2,
      gapCount: 2,
      completedAt: expect.any(Date),
    });
    const [presence] = await database.sql`select left_at = ended_at as at_end
      from presence_intervals, meetings where meetings.id = ${id}`;
    expect(presence).toEqual({ at_end: true });
  });

  it('completes an empty meeting, and who was there stays known', async () => {
    await using database = await createTestDatabase();
    const { id, ana } = await seedMeeting(database);
    await markFlushed(database.db, id, 1);
    await using _functions = await startFunctions(database);

    await endMeeting(database.db, { id, reason: 'room_finished' });

    expect(await completed(database, id)).toMatchObject({ lineCount: 0, gapCount: 0 });
    const there = await database.sql`select participant_id, left_at is null as open from presence_intervals`;
    expect([...there]).toEqual([{ participant_id: ana, open: false }]);
  });

  it('runs once for a meeting that is reported finished twice', async () => {
    await using database = await createTestDatabase();
    const { id } = await seedMeeting(database);
    await markFlushed(database.db, id, 1);
    await using _functions = await startFunctions(database);

    await endMeeting(database.db, { id, reason: 'host' });
    const data = { meetingId: id, reason: 'room_finished' };
    await enqueueEvent(database.db, { id: 'again', name: 'meeting/finished', data });

    await completed(database, id);
    await vi.waitFor(async () => {
      const sent = await database.sql`select id from event_outbox
        where name = 'meeting/finished' and sent_at is not null`;
      expect(sent).toHaveLength(2);
    });
    expect(
      await database.sql`select id from runner_runs where function_id like '%finish-meeting'`,
    ).toHaveLength(1);
  });
});

describe(closeForGood, () => {
  it('ends a live meeting and leaves a completed one as it is', async () => {
    await using database = await createTestDatabase();
    const { id } = await seedMeeting(database);
    await closeForGood(database.db, id);
    expect(await findMeeting(database.db, id)).toMatchObject({ status: 'ended', endedAt: expect.any(Date) });
    await completeMeeting(database.db, id);
    await closeForGood(database.db, id);
    expect((await findMeeting(database.db, id))?.status).toBe('completed');
  });

  it('gives up on a meeting that does not exist', async () => {
    await using database = await createTestDatabase();
    await expect(closeForGood(database.db, createId('mtg'))).rejects.toThrow(NonRetriableError);
  });
});

describe(awaitLastLines, () => {
  it('waits for every job that joined, and for none that never came', async () => {
    await using database = await createTestDatabase();
    const { id } = await seedMeeting(database);
    await joinAgent(database, id);
    await database.sql`insert into agent_epochs (meeting_id, epoch) values (${id}, 3)`;
    await markFlushed(database.db, id, 1);
    expect(await awaitLastLines(database.db, id, { lookMs: 150 })).toBe('active');
    await markFlushed(database.db, id, 2);
    expect(await awaitLastLines(database.db, id, { lookMs: 5_000 })).toBe('complete');
  });

  it('tells a job that works from one that is gone, and from one whose spool is being replayed', async () => {
    await using database = await createTestDatabase();
    const { id } = await seedMeeting(database);
    const look = () => awaitLastLines(database.db, id, { lookMs: 300 });
    expect(await look()).toBe('active');
    await database.sql`update agent_epochs set last_heartbeat_at = now() - interval '1 minute'`;
    expect(await look()).toBe('quiet');
    const replayed = look();
    await new Promise((resolve) => setTimeout(resolve, 100));
    await addLines(database, id, [{}]);
    expect(await replayed).toBe('active');
  });
});

describe(settleAtEnd, () => {
  it('closes presence and gaps that are open at the end of the meeting, and nothing else', async () => {
    await using database = await createTestDatabase();
    const { id, ana } = await seedMeeting(database);
    const other = await seedMeeting(database);
    const early = new Date('2026-01-01T10:00:00Z');
    const before = { meetingId: id, participantId: ana, participantSid: 'PA_0', joinedAt: early };
    await recordLeft(database.db, before, early);
    await openGap(database.db, { meetingId: id, afterEpoch: 1, startMs: 0, reason: 'agent_lost' });
    await database.sql`update meetings set started_at = now() - interval '90 seconds' where id = ${id}`;
    await closeForGood(database.db, id);

    expect(await settleAtEnd(database.db, id)).toEqual({ presences: 1, gaps: 1 });
    expect(await settleAtEnd(database.db, id)).toEqual({ presences: 0, gaps: 0 });

    const [gap] = await database.sql`select end_ms from transcript_gaps where meeting_id = ${id}`;
    expect(gap?.end_ms).toBeGreaterThanOrEqual(89_000);
    expect(gap?.end_ms).toBeLessThan(95_000);
    const [closed] = await database.sql`select left_at::text from presence_intervals 
      where participant_sid = 'PA_0'`;
    expect(new Date(closed?.left_at)).toEqual(early);
    const open = await database.sql`select meeting_id from presence_intervals where left_at is null`;
    expect([...open]).toEqual([{ meeting_id: other.id }]);
  });
});

describe(completeMeeting, () => {
  it('never moves a meeting back, and counts again when it is repeated', async () => {
    await using database = await createTestDatabase();
    const { id } = await seedMeeting(database);
    expect(await completeMeeting(database.db, id)).toEqual({ lineCount: 0, gapCount: 0 });
    expect((await findMeeting(database.db, id))?.status).toBe('live');
    await closeForGood(database.db, id);
    await completeMeeting(database.db, id);
    const first = await findMeeting(database.db, id);
    await addLines(database, id, [{}, { kind: 'gap' }]);
    expect(await completeMeeting(database.db, id)).toEqual({ lineCount: 1, gapCount: 1 });
    expect((await findMeeting(database.db, id))?.completedAt).toEqual(first?.completedAt);
  });
});
