import { useRef } from 'react';
import type { Chat } from './useChat.ts';

/** Longer messages are for reading. */
const spokenLength = 200;

/** Reads what others write to a screen reader, whether the panel is open or not; never the history. */
export function ChatAnnouncer({ chat: { messages, history }, me }: { chat: Chat; me: string }) {
  const from = useRef<number | null>(null);
  const last = messages.at(-1)?.seq ?? 0;
  if (from.current === null && history === 'complete') from.current = last;
  const since = from.current ?? last;
  return (
    <div role="log" aria-label="New chat messages" aria-live="polite" className="sr-only">
      {messages
        .filter(({ seq, senderId }) => seq > since && senderId !== me)
        .slice(-3)
        .map(({ id, senderName, text }) => (
          <p key={id}>
            {senderName} writes: {text.slice(0, spokenLength)}
          </p>
        ))}
    </div>
  );
}
