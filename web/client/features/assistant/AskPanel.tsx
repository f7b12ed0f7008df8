import { MessageCircleQuestion } from 'lucide-react';
import { useLayoutEffect, useRef } from 'react';
import type { LineRef } from '../../../../lib/assistant-messages.ts';
import { Spinner } from '../../ui/Spinner.tsx';
import { AskForm } from './AskForm.tsx';
import { AskingItem } from './AskingItem.tsx';
import { ReplyItem } from './ReplyItem.tsx';
import type { Replies } from './useReplies.ts';

interface AskPanelProps {
  replies: Replies;
  /** Participant id of the reader. */
  me: string;
  personaName: string;
  /** Why nothing can be asked now; null when it can. */
  closed: string | null;
  onShowLine(line: LineRef): void;
}

/** Questions to the AI participant and its answers, newest at the end. */
export function AskPanel({ replies, me, personaName, closed, onShowLine }: AskPanelProps) {
  const { items, status, ask, drop } = replies;
  const box = useRef<HTMLDivElement>(null);
  const last = items.at(-1);
  const end = last?.type === 'reply' ? `${last.reply.id}${last.reply.text.length}` : (last?.asking.id ?? '');
  // biome-ignore lint/correctness/useExhaustiveDependencies: new words move the end
  useLayoutEffect(() => {
    const element = box.current;
    if (element) element.scrollTop = element.scrollHeight;
  }, [end]);
  return (
    <div className="flex min-h-0 flex-1 flex-col">
      <div
        ref={box}
        // biome-ignore lint/a11y/noNoninteractiveTabindex: a scrolling region must be reachable by keyboard
        tabIndex={0}
        className="min-h-0 flex-1 overflow-y-auto"
      >
        {items.length === 0 && <EmptyPanel status={status} personaName={personaName} />}
        <ol aria-label="Questions and answers" aria-live="polite" className="pb-5">
          {items.map((item) =>
            item.type === 'reply' ? (
              <ReplyItem
                key={item.reply.id}
                reply={item.reply}
                me={me}
                personaName={personaName}
                onShowLine={onShowLine}
              />
            ) : (
              <AskingItem
                key={item.asking.id}
                asking={item.asking}
                personaName={personaName}
                onAgain={() => {
                  drop(item.asking.id);
                  ask(item.asking);
                }}
              />
            ),
          )}
        </ol>
      </div>
      {status === 'failing' && items.length > 0 && (
        <p role="status" className="border-line border-t px-4 py-2.5 text-sm text-warn">
          Earlier answers cannot be loaded right now.
        </p>
      )}
      <AskForm personaName={personaName} closed={closed} onAsk={ask} />
    </div>
  );
}

function EmptyPanel({ status, personaName }: Pick<Replies, 'status'> & { personaName: string }) {
  const texts = {
    loading: 'Loading what was asked',
    failing: 'Earlier answers cannot be loaded right now. You can ask all the same.',
    complete: `Ask ${personaName} what was said, decided or left open. It shows the lines that it has it from.`,
  };
  return (
    <div className="flex h-full flex-col items-center justify-center gap-3 px-8 text-center text-ink-faint">
      {status === 'loading' ? (
        <Spinner size={24} />
      ) : (
        <MessageCircleQuestion aria-hidden size={28} strokeWidth={1.5} />
      )}
      <p className="text-pretty">{texts[status]}</p>
    </div>
  );
}
