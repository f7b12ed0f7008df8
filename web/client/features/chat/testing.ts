/** Builders for tests of the chat. */
import type { ChatMessage } from '../../../../lib/chat-messages.ts';

export const ana = 'par_01JD0000000000000000000001';
export const ben = 'par_01JD0000000000000000000002';

/** A message of Ben's whose id follows from its number. */
export function buildMessage(change: Partial<ChatMessage> & Pick<ChatMessage, 'seq'>): ChatMessage {
  return {
    id: `msg_01JD00000000000000000000${String(change.seq).padStart(2, '0')}`,
    senderId: ben,
    senderName: 'Ben',
    text: `Message ${change.seq}`,
    atMs: change.seq * 10_000,
    offRecord: false,
    ...change,
  };
}
