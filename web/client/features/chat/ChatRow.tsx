import type { ChatMessage } from '../../../../lib/chat-messages.ts';
import { Avatar } from '../../ui/Avatar.tsx';
import { formatTime } from '../captions/format-time.ts';
import { MessageText } from './MessageText.tsx';

interface ChatRowProps {
  message: ChatMessage;
  /** Of the reader. */
  isMine: boolean;
  /** False below a message of the same person a moment before. */
  headed: boolean;
}

export function ChatRow({ message, isMine, headed }: ChatRowProps) {
  const { senderId, senderName, text, atMs, offRecord } = message;
  return (
    <li className={headed ? 'flex gap-3 px-4 pt-4' : 'flex gap-3 px-4 pt-1'}>
      {headed ? (
        <Avatar name={senderName} seed={senderId ?? senderName} />
      ) : (
        <span className="w-8 shrink-0" />
      )}
      <div className="min-w-0 flex-1">
        {headed && (
          <p className="flex items-baseline gap-2">
            <bdi className="truncate font-semibold text-sm">
              {isMine ? `${senderName} (you)` : senderName}
            </bdi>
            <span className="shrink-0 text-ink-faint text-xs tabular-nums">{formatTime(atMs)}</span>
          </p>
        )}
        {!headed && <span className="sr-only">{senderName}</span>}
        <MessageText text={text} />
        {offRecord && <p className="text-warn text-xs">Off the record: gone when the meeting ends</p>}
      </div>
    </li>
  );
}
