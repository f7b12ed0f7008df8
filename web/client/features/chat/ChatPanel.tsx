import { ArrowDown, MessagesSquare } from 'lucide-react';
import { useEffect } from 'react';
import { Spinner } from '../../ui/Spinner.tsx';
import { useLiveScroll } from '../captions/useLiveScroll.ts';
import { ChatForm } from './ChatForm.tsx';
import { ChatRow } from './ChatRow.tsx';
import { isHeaded } from './group-messages.ts';
import { OutgoingRow } from './OutgoingRow.tsx';
import type { Chat } from './useChat.ts';

interface ChatPanelProps {
  chat: Chat;
  /** Participant id of the reader. */
  me: string;
  /** Why this person cannot write now; null when they can. */
  closed: string | null;
  offRecord: boolean;
  /** The field takes the focus when the panel opens. */
  focused: boolean;
}

/** What people write to everyone, newest at the end. */
export function ChatPanel({ chat, me, closed, offRecord, focused }: ChatPanelProps) {
  const { messages, outgoing, history, read } = chat;
  const last = `${messages.at(-1)?.id}${outgoing.map(({ id, problem }) => `${id}${problem}`).join()}`;
  const scroll = useLiveScroll(messages.length, last);
  const count = messages.length;
  // biome-ignore lint/correctness/useExhaustiveDependencies: what comes while the end is in sight has been seen
  useEffect(() => {
    if (scroll.live) read();
  }, [count, scroll.live]);
  return (
    <div className="flex min-h-0 flex-1 flex-col">
      <div className="relative flex min-h-0 flex-1 flex-col">
        {/* biome-ignore lint/a11y/noStaticElementInteractions: Home and End, which browsers have for any scrolling box */}
        <div
          ref={scroll.ref}
          onScroll={scroll.onScroll}
          onKeyDown={scroll.onKeyDown}
          // biome-ignore lint/a11y/noNoninteractiveTabindex: a scrolling region must be reachable by keyboard
          tabIndex={0}
          className="min-h-0 flex-1 overflow-y-auto"
        >
          {count + outgoing.length === 0 && <EmptyChat history={history} />}
          <ol aria-label="Chat" className="pb-4">
            {messages.slice(scroll.shown.start, scroll.shown.end).map((message, index) => (
              <ChatRow
                key={message.id}
                message={message}
                isMine={message.senderId === me}
                headed={isHeaded(message, messages[scroll.shown.start + index - 1])}
              />
            ))}
            {outgoing.map((each) => (
              <OutgoingRow
                key={each.id}
                outgoing={each}
                onAgain={() => chat.sendAgain(each)}
                onDrop={() => chat.drop(each.id)}
              />
            ))}
          </ol>
        </div>
        {!scroll.live && (
          <button
            type="button"
            onClick={scroll.jumpToLive}
            className="absolute bottom-3 left-1/2 flex -translate-x-1/2 items-center gap-2 rounded-full bg-accent px-4 py-2 font-medium text-on-accent text-sm shadow-card"
          >
            <ArrowDown aria-hidden size={16} />
            {scroll.unseen > 0 ? `${scroll.unseen} new` : 'Latest'}
          </button>
        )}
      </div>
      {history === 'failing' && count > 0 && (
        <p role="status" className="border-line border-t px-4 py-2.5 text-sm text-warn">
          New messages cannot be loaded right now.
        </p>
      )}
      <ChatForm
        closed={closed}
        offRecord={offRecord}
        draft={chat.draft}
        focused={focused}
        onSend={(text) => {
          scroll.jumpToLive();
          chat.send(text);
        }}
      />
    </div>
  );
}

const emptyTexts = {
  loading: 'Loading messages',
  failing: 'Messages cannot be loaded right now. This page keeps trying.',
  complete: 'Nothing was written so far. Everyone in the meeting can read what you write here.',
};

function EmptyChat({ history }: Pick<Chat, 'history'>) {
  return (
    <div className="flex h-full flex-col items-center justify-center gap-3 px-8 text-center text-ink-faint">
      {history === 'loading' ? (
        <Spinner size={24} />
      ) : (
        <MessagesSquare aria-hidden size={28} strokeWidth={1.5} />
      )}
      <p className="text-pretty">{emptyTexts[history]}</p>
    </div>
  );
}
