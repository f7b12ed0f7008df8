/** What follows an approval: the effect, once, and the news of it. */
import type { Db } from '../db/database.ts';
import { claimAction, finishAction, isClaimed, type Outcome, releaseAction } from '../db/queries/actions.ts';
import { digestArguments } from '../lib/argument-digest.ts';
import { ParleyError } from '../lib/errors.ts';
import type { Id, MeetingId } from '../lib/ids.ts';
import type { Effects } from '../lib/tools/effects.ts';
import { findEffectTool } from '../lib/tools/registry.ts';
import type { EffectTool } from '../lib/tools/tool.ts';
import type { FunctionContext, FunctionParts } from './context.ts';
import { createEffects } from './effects/create-effects.ts';
import { actionApproved } from './events.ts';

export function createExecuteAction(context: FunctionContext) {
  const { inngest, database, logger } = context;
  const { db } = database;
  const effects = createEffects(context);
  return inngest.createFunction(
    {
      id: 'execute-action',
      triggers: [actionApproved],
      // Only what may be repeated is; with the embedded runner's backoff these last about a minute.
      retries: 8,
      idempotency: 'event.data.actionId',
      onFailure: async ({ event, step }) => {
        const { actionId, meetingId } = actionApproved.schema.parse(event.data.event.data);
        await step.run('store-failure', () => giveUp(db, actionId));
        await step.run('tell-room', () => tellRoom(context, meetingId));
      },
    },
    async ({ event, step }) => {
      const { actionId, meetingId } = event.data;
      const outcome = await step.run('take-effect', () => takeEffect(db, effects, actionId));
      if (outcome === null) return null;
      await step.run('store-outcome', () => finishAction(db, actionId, outcome));
      await step.run('tell-room', () => tellRoom(context, meetingId));
      logger.info({ meetingId, actionId, status: outcome.status }, 'action finished');
      return outcome.status;
    },
  );
}

const notBegun: Outcome = {
  status: 'failed',
  message: 'It could not be done: something on our side did not work, several times. Please ask again.',
  made: [],
};
const leftOpen: Outcome = {
  status: 'unknown',
  message:
    'Something on our side did not work, several times, and nobody can tell whether it was done. Look before you ask again.',
  made: [],
};
const changed: Outcome = {
  status: 'failed',
  message: 'Nothing was done: what is stored is not what was approved.',
  made: [],
};
const interrupted: Outcome = {
  status: 'unknown',
  message:
    'It was interrupted in the middle, and nobody can tell whether it was done. It is not repeated by itself.',
  made: [],
};

/**
 * Claims the action, then does what was approved. Null when it is finished already. A claim that is found was left
 * by a try that died or failed: what may be repeated is, and the rest is `unknown`. Throws what may be tried again.
 */
export async function takeEffect(
  db: Db,
  effects: Effects,
  actionId: Id<'act'>,
  findTool: (name: string) => EffectTool | undefined = findEffectTool,
): Promise<Outcome | null> {
  const claimed = await claimAction(db, actionId);
  if (!claimed) return null;
  const { action, approval, isFirst } = claimed;
  const tool = findTool(approval.tool);
  const digest = digestArguments(approval.tool, approval.arguments, approval.people);
  const isApproved = approval.state === 'approved' || approval.state === 'edited';
  if (!tool || !isApproved || digest !== action.digest || digest !== approval.digest) return changed;
  if (!isFirst && !tool.repeatable) return interrupted;
  try {
    const { id, meetingId } = action;
    const approvedBy = approval.decidedBy ?? approval.approver;
    const { askedBy, people } = approval;
    const about = { id, meetingId, askedBy, approvedBy, people };
    const { message, made } = await tool.execute(effects, approval.arguments, about);
    return { status: 'done', message, made };
  } catch (error) {
    if (!(error instanceof ParleyError)) {
      if (!tool.repeatable) return interrupted;
      throw error;
    }
    if (!error.retryable) return { status: 'failed', message: error.message, made: [] };
    // It says that nothing has happened yet.
    await releaseAction(db, actionId);
    throw error;
  }
}

/** Ends an action that no try could finish. One that is still claimed may have had its effect. */
export async function giveUp(db: Db, actionId: Id<'act'>): Promise<void> {
  await finishAction(db, actionId, (await isClaimed(db, actionId)) ? leftOpen : notBegun);
}

/** People who are in the meeting see it at once; the others when they look. */
async function tellRoom({ rooms, logger }: FunctionParts, meetingId: MeetingId): Promise<void> {
  await rooms?.sendControl(meetingId, { type: 'assistant.changed' }).catch((error) => {
    logger.warn({ err: error, meetingId }, 'room not told of a finished action');
  });
}
