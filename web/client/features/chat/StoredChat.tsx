import { useQuery } from '@tanstack/react-query';
import type { ChatMessage } from '../../../../lib/chat-messages.ts';
import { fetchChatPage } from '../api/chat.ts';
import { Card } from '../meetings/Card.tsx';
import { ChatRow } from './ChatRow.tsx';
import { isHeaded } from './group-messages.ts';

/** While people are in the meeting they write. */
const refreshMs = 5_000;

/** What was written in a meeting, on its page. Nothing where nothing was written. */
export function StoredChat({ meetingId, growing }: { meetingId: string; growing: boolean }) {
  const { data: messages = [] } = useQuery({
    queryKey: ['meetings', 'chat', meetingId],
    queryFn: ({ signal }) => fetchAll(meetingId, signal),
    refetchInterval: growing ? refreshMs : false,
  });
  if (messages.length === 0) return null;
  return (
    <Card title="Chat">
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a scrolling region must be reachable by keyboard */}
      <div tabIndex={0} className="max-h-96 overflow-y-auto pb-4">
        <ol aria-label="Chat messages">
          {messages.map((message, index) => (
            <ChatRow
              key={message.id}
              message={message}
              isMine={false}
              headed={isHeaded(message, messages[index - 1])}
            />
          ))}
        </ol>
      </div>
    </Card>
  );
}

async function fetchAll(meetingId: string, signal: AbortSignal): Promise<ChatMessage[]> {
  const messages: ChatMessage[] = [];
  for (let more = true; more; ) {
    const page = await fetchChatPage({ meetingId }, messages.at(-1)?.seq ?? 0, signal);
    messages.push(...page.messages);
    more = page.more && page.messages.length > 0;
  }
  return messages;
}
