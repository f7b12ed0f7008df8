import { findChatMessage, insertChatMessage, lockChat } from '../../db/queries/chat.ts';
import type { Meeting } from '../../db/queries/meetings.ts';
import type { Participant } from '../../db/queries/participants.ts';
import { type ChatMessage, chatLimits, type SendChat } from '../../lib/chat-messages.ts';
import { ParleyError } from '../../lib/errors.ts';
import { may } from '../../lib/roles.ts';
import { cleanParagraphs } from '../../lib/text.ts';
import type { WebContext } from '../context.ts';
import { limitPerson } from '../rate-limit.ts';

/** Faster than anyone writes by hand, and slow enough that nobody drowns the others. */
const pace = { name: 'chat', max: 20, windowMs: 10_000 };

/**
 * Stores a message and shows it to everyone. Sent again, it is the same message, and is shown again: whoever has it
 * knows its id. Throws when the meeting is over, when only hosts may write, and for a text that cannot be one.
 */
export async function sendChatMessage(
  context: WebContext,
  sender: Participant,
  { id, text }: SendChat,
): Promise<ChatMessage> {
  const { db } = context.database;
  const { meetingId } = sender;
  const clean = readText(text);
  if (!(await findChatMessage(db, { meetingId, id }))) await limitPerson(context, sender, pace);
  const message = await db.transaction(async (tx) => {
    const meeting = await lockChat(tx, meetingId);
    const known = await findChatMessage(tx, { meetingId, id });
    if (known) return known;
    refuseToWrite(meeting, sender);
    return insertChatMessage(tx, {
      meetingId,
      id,
      senderId: sender.id,
      senderName: sender.name,
      text: clean,
      offRecord: meeting?.paused ?? false,
    });
  });
  if (message.senderId !== sender.id) {
    throw new ParleyError('conflict', 'Somebody else has sent a message with this id.');
  }
  await context.rooms.sendControl(meetingId, { type: 'chat.message', message }).catch((error) => {
    context.logger.warn({ err: error, meetingId }, 'chat message not shown yet');
  });
  return message;
}

/** Something that can be seen: not only white space and joiners. */
const visible = /[\p{L}\p{N}\p{P}\p{S}]/u;

/** Throws for a text without anything to see, and for one that is too long: nothing is cut behind anyone's back. */
function readText(text: string): string {
  if (text.length > chatLimits.text) {
    const most = chatLimits.text.toLocaleString('en');
    throw new ParleyError('payload_too_large', `A message can have ${most} characters at most.`);
  }
  const clean = cleanParagraphs(text, chatLimits.text);
  if (!visible.test(clean)) throw new ParleyError('bad_request', 'There is nothing to read in this message.');
  return clean;
}

function refuseToWrite(meeting: Meeting | null, { role }: Participant): void {
  if (meeting?.status !== 'live') throw new ParleyError('meeting_ended', 'This meeting is not running.');
  if (meeting.whoMayChat === 'hosts' && !may(role, 'moderate')) {
    throw new ParleyError('forbidden', 'Only hosts can write in this meeting.');
  }
}
