import { findPoll, type PollRef } from '../../db/queries/polls.ts';
import type { ControlMessage } from '../../lib/control-messages.ts';
import type { WebContext } from '../context.ts';
import { viewPoll } from './view-poll.ts';

/** Shows everyone in the room how a poll stands now. Drafts are shown to nobody. */
export async function tellPoll(context: WebContext, ref: PollRef): Promise<void> {
  const poll = await findPoll(context.database.db, ref);
  if (!poll || poll.state === 'draft') return;
  await tellRoom(context, ref, { type: 'poll.changed', poll: viewPoll(poll) });
}

/** Best effort: pages also ask by themselves. */
export async function tellRoom(
  { rooms, logger }: WebContext,
  { meetingId }: Pick<PollRef, 'meetingId'>,
  message: ControlMessage,
): Promise<void> {
  await rooms.sendControl(meetingId, message).catch((error) => {
    logger.warn({ err: error, meetingId }, 'poll not shown yet');
  });
}
