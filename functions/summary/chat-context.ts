/** What people wrote meanwhile, as a model is given it: it explains lines, and is no line itself. */
import type { ChatMessage } from '../../lib/chat-messages.ts';
import type { SummaryBrief } from '../../lib/summary-brief.ts';

type ChatContext = NonNullable<SummaryBrief['chat']>;

/** Characters of all messages together: about 4,000 tokens, which leaves the transcript most of any call. */
export const mostChat = 16_000;

/** The messages in order; of a long chat the latest, in which things are settled. */
export function chatContext(
  messages: readonly Pick<ChatMessage, 'atMs' | 'senderName' | 'text'>[],
): ChatContext {
  const chosen: ChatContext = [];
  let length = 0;
  for (const { atMs, senderName, text } of messages.toReversed()) {
    length += text.length;
    if (length > mostChat) break;
    chosen.unshift({ atMs, sender: senderName, text });
  }
  return chosen;
}

/** What was written during one part of a meeting, which begins at `fromMs` and ends where the next one begins. */
export function chatDuring(
  chat: ChatContext | undefined,
  { fromMs, untilMs }: { fromMs: number; untilMs: number },
): ChatContext {
  return (chat ?? []).filter(({ atMs }) => atMs >= fromMs && atMs < untilMs);
}
