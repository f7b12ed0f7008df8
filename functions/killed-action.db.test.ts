import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import { eq } from 'drizzle-orm';
import { describe, expect, it, vi } from 'vitest';
import { findMeeting } from '../db/queries/meetings.ts';
import { actions } from '../db/schema/assistance.ts';
import { createTestDatabase } from '../local/testing/test-database.ts';
import { approve } from './testing/approve.ts';
import { seedMeeting } from './testing/seed-meeting.ts';
import { startFunctions } from './testing/start-functions.ts';

const victim = fileURLToPath(new URL('./testing/victim.ts', import.meta.url));

describe('a process that is killed in the middle of an effect', () => {
  it('is replaced: what it had done is found, and what came of it is stored and told once', async () => {
    await using database = await createTestDatabase();
    await database.sql`create table effects (room text)`;
    const { id, ana } = await seedMeeting(database);
    const child = spawn(process.execPath, [victim, database.url], {
      env: {},
      stdio: ['ignore', 'ignore', 'inherit'],
    });
    const exited = once(child, 'exit');
    try {
      const { actionId, approvalId } = await approve(database, {
        meetingId: id,
        by: ana,
        tool: 'endMeeting',
        args: {},
      });
      await vi.waitFor(async () => expect(await database.sql`select room from effects`).toHaveLength(1), {
        timeout: 15_000,
      });
      const find = async () => (await database.db.select().from(actions).where(eq(actions.id, actionId)))[0];
      expect((await find())?.status).toBe('running');
      child.kill('SIGKILL');
      await exited;

      await using _heir = await startFunctions(database);
      await vi.waitFor(async () => expect((await find())?.status).toBe('done'), { timeout: 10_000 });
      expect(await findMeeting(database.db, id)).toMatchObject({ endReason: 'host' });
      expect(
        await database.sql`select 1 from event_outbox where name = 'meeting/finished' and data->>'meetingId' = ${id}`,
      ).toHaveLength(1);
      const log =
        await database.sql`select event from approval_log where approval_id = ${approvalId} order by id`;
      expect(log.map(({ event }) => event)).toEqual(['running', 'done']);
      expect(await database.sql`select 1 from agent_events where approval_id = ${approvalId}`).toHaveLength(
        1,
      );
    } finally {
      child.kill('SIGKILL');
      await exited;
    }
  });
});
