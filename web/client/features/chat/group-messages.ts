import type { ChatMessage } from '../../../../lib/chat-messages.ts';

/** Messages of one person within this time stand under one name. */
const togetherMs = 3 * 60_000;

/** True when a message shows its sender's name and time: it does not follow one of the same person directly. */
export function isHeaded(message: ChatMessage, before: ChatMessage | undefined): boolean {
  return (
    !before ||
    before.senderId !== message.senderId ||
    before.senderName !== message.senderName ||
    message.atMs - before.atMs > togetherMs
  );
}
