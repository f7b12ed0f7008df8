import { eq } from 'drizzle-orm';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { z } from 'zod/mini';
import { claimAction, finishAction } from '../db/queries/actions.ts';
import { enqueueEvent } from '../db/queries/outbox.ts';
import { actions, agentEvents, approvalLog, approvals } from '../db/schema/assistance.ts';
import type { ControlMessage } from '../lib/control-messages.ts';
import { ParleyError } from '../lib/errors.ts';
import type { Id, MeetingId, ParticipantId } from '../lib/ids.ts';
import { defineTool, type EffectTool } from '../lib/tools/tool.ts';
import { shareTestDatabase } from '../local/testing/test-database.ts';
import { createEffects } from './effects/create-effects.ts';
import { giveUp, takeEffect } from './execute-action.ts';
import { approve } from './testing/approve.ts';
import { testFunctionParts } from './testing/function-parts.ts';
import { seedMeeting } from './testing/seed-meeting.ts';
import { startFunctions } from './testing/start-functions.ts';

const database = await shareTestDatabase();
let meeting: { id: MeetingId; ana: ParticipantId };
beforeEach(async () => {
  meeting = await seedMeeting(database);
});

const approveTool = (tool: string, args: Record<string, unknown>, digest?: string) =>
  approve(database, {
    meetingId: meeting.id,
    by: meeting.ana,
    tool,
    args,
    ...(digest === undefined ? {} : { digest }),
  });
const approveTask = (digest?: string) =>
  approveTool('createTask', { text: 'Send the report', owner: 'Ana', due: null }, digest);

const findAction = async (id: Id<'act'>) => {
  const [row] = await database.db.select().from(actions).where(eq(actions.id, id));
  return row;
};
const finished = (id: Id<'act'>, status: string) =>
  vi.waitFor(async () => expect(await findAction(id)).toMatchObject({ status }), { timeout: 15_000 });
const countTasks = async () =>
  (await database.sql`select id from tasks where meeting_id = ${meeting.id}`).length;

describe('execute-action', () => {
  it('does what was approved, once, and tells the ledger, the log, the agent and the room', async () => {
    const told: [string, ControlMessage][] = [];
    const rooms = {
      sendControl: async (room: string, message: ControlMessage) => void told.push([room, message]),
      deleteRoom: async () => undefined,
    };
    await using _functions = await startFunctions(database, { rooms });
    const { actionId, approvalId } = await approveTask();

    await finished(actionId, 'done');
    expect(await findAction(actionId)).toMatchObject({
      message: 'A task for Ana is written down: Send the report.',
      made: [{ kind: 'task', id: expect.stringMatching(/^tsk_/) }],
      claimedAt: expect.any(Date),
      finishedAt: expect.any(Date),
    });
    const log = await database.db.select().from(approvalLog).where(eq(approvalLog.approvalId, approvalId));
    expect(log.map(({ event, note }) => [event, note])).toEqual([
      ['running', ''],
      ['done', 'A task for Ana is written down: Send the report.'],
    ]);
    expect(
      await database.db.select().from(agentEvents).where(eq(agentEvents.approvalId, approvalId)),
    ).toMatchObject([{ meetingId: meeting.id, type: 'action.finished' }]);
    await vi.waitFor(() => expect(told).toEqual([[meeting.id, { type: 'assistant.changed' }]]));

    const data = { actionId, meetingId: meeting.id };
    await enqueueEvent(database.db, { id: 'again', name: 'action/approved', data });
    await vi.waitFor(async () => {
      const [again] = await database.sql`select sent_at from event_outbox where id = 'again'`;
      expect(again?.sent_at).not.toBeNull();
    });
    expect(await countTasks()).toBe(1);
  });

  it('does nothing when what is stored is not what was approved', async () => {
    await using _functions = await startFunctions(database);
    const other = await approveTask('0'.repeat(64));
    const rewritten = await approveTask();
    await database.db
      .update(approvals)
      .set({ arguments: { text: 'Send the report to Eve', owner: 'Ana', due: null } })
      .where(eq(approvals.id, rewritten.approvalId));
    await finished(other.actionId, 'failed');
    await vi.waitFor(async () => expect((await findAction(rewritten.actionId))?.finishedAt).not.toBeNull());
    // Either it ran before it was rewritten, or not at all: never what was not approved.
    const texts = await database.sql`select text from tasks where meeting_id = ${meeting.id}`;
    expect(texts.map(({ text }) => text)).not.toContain('Send the report to Eve');
    expect((await findAction(other.actionId))?.message).toBe(
      'Nothing was done: what is stored is not what was approved.',
    );
  });

  it('goes on where a process died between the claim and the effect', async () => {
    const { actionId } = await approveTask();
    await claimAction(database.db, actionId);
    await using _functions = await startFunctions(database);
    await finished(actionId, 'done');
    expect(await countTasks()).toBe(1);
  });

  it('never says that nothing was done when only its outcome could not be stored', async () => {
    await database.sql`alter table actions add constraint broken check (status <> 'done') not valid`;
    await using _functions = await startFunctions(database);
    const { actionId } = await approveTask();
    const hurry = setInterval(() => {
      database.sql`update runner_runs set due_at = now() where status = 'queued'
        returning pg_notify('parley_runner', '')`.catch(() => undefined);
    }, 50);
    try {
      await finished(actionId, 'unknown');
    } finally {
      clearInterval(hurry);
      await database.sql`alter table actions drop constraint broken`;
    }
    expect(await countTasks()).toBe(1);
    expect((await findAction(actionId))?.message).toMatch(/nobody can tell whether it was done/);
  });
});

describe(giveUp, () => {
  it('asks to try again where no effect was begun, and to look first where one was', async () => {
    const waiting = await approveTask();
    await giveUp(database.db, waiting.actionId);
    expect(await findAction(waiting.actionId)).toMatchObject({ status: 'failed' });
    expect((await findAction(waiting.actionId))?.message).toMatch(/Please ask again/);

    const begun = await approveTask();
    await claimAction(database.db, begun.actionId);
    await giveUp(database.db, begun.actionId);
    expect(await findAction(begun.actionId)).toMatchObject({ status: 'unknown' });

    const done = await approveTask();
    await finishAction(database.db, done.actionId, { status: 'done', message: 'Done.', made: [] });
    await giveUp(database.db, done.actionId);
    expect(await findAction(done.actionId)).toMatchObject({ status: 'done', message: 'Done.' });
  });
});

describe(takeEffect, () => {
  const effects = () => createEffects(testFunctionParts(database));

  it('finds what a killed try has done', async () => {
    const { actionId } = await approveTask();
    const first = await takeEffect(database.db, effects(), actionId);
    const second = await takeEffect(database.db, effects(), actionId);
    expect(second).toEqual(first);
    expect(await countTasks()).toBe(1);
    if (first) await finishAction(database.db, actionId, first);
    expect(await takeEffect(database.db, effects(), actionId)).toBeNull();
  });

  const tool = (over: Partial<EffectTool>): EffectTool => ({
    ...defineTool({
      name: 'callTaxi',
      description: '',
      arguments: z.object({}),
      title: '',
      fields: [],
      approvedBy: 'speak',
      endsAtMs: () => null,
      repeatable: false,
      execute: async () => ({ message: 'A taxi comes.', made: [] }),
    }),
    ...over,
  });
  const take = (actionId: Id<'act'>, used: EffectTool) =>
    takeEffect(database.db, effects(), actionId, () => used);

  it('does not repeat what must not be done twice: nobody knows what came of it', async () => {
    const { actionId } = await approveTool('callTaxi', {});
    const execute = vi.fn(async () => ({ message: 'A taxi comes.', made: [] }));
    expect(await take(actionId, tool({ execute }))).toMatchObject({ status: 'done' });
    expect(await take(actionId, tool({ execute }))).toMatchObject({
      status: 'unknown',
      message: expect.stringMatching(/not repeated by itself/),
    });
    expect(execute).toHaveBeenCalledTimes(1);
  });

  it('tries again what says that nothing has happened yet', async () => {
    const { actionId } = await approveTool('callTaxi', {});
    const busy = tool({
      execute: async () => {
        throw new ParleyError('unavailable', 'Nobody answers.');
      },
    });
    await expect(take(actionId, busy)).rejects.toThrow('Nobody answers.');
    expect(await take(actionId, tool({}))).toMatchObject({ status: 'done' });
  });

  it('fails with the sentence of a refusal, and is unknown after an accident', async () => {
    const refused = await approveTool('callTaxi', {});
    const refusing = tool({
      execute: async () => {
        throw new ParleyError('bad_request', 'There is no street.');
      },
    });
    expect(await take(refused.actionId, refusing)).toEqual({
      status: 'failed',
      message: 'There is no street.',
      made: [],
    });
    const accident = await approveTool('callTaxi', {});
    const broken = tool({
      execute: async () => {
        throw new Error('socket hang up');
      },
    });
    expect(await take(accident.actionId, broken)).toMatchObject({ status: 'unknown' });
  });

  it('does nothing for a decision that was no approval', async () => {
    const { actionId, approvalId } = await approveTask();
    await database.db.update(approvals).set({ state: 'rejected' }).where(eq(approvals.id, approvalId));
    expect(await takeEffect(database.db, effects(), actionId)).toMatchObject({ status: 'failed' });
    expect(await countTasks()).toBe(0);
  });
});
