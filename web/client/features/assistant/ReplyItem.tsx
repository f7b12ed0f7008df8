import { Lock, Volume2 } from 'lucide-react';
import type { LineRef, Reply } from '../../../../lib/assistant-messages.ts';
import { AiBadge } from '../../ui/AiBadge.tsx';
import { AiMark } from '../../ui/AiMark.tsx';
import { AnswerText } from './AnswerText.tsx';
import { QuestionBubble } from './QuestionBubble.tsx';
import { wordsOf } from './questions.ts';

interface ReplyItemProps {
  reply: Reply;
  /** Participant id of the reader. */
  me: string;
  personaName: string;
  onShowLine(line: LineRef): void;
}

/** A question and what the AI participant answered, or what it has to say about something that was approved. */
export function ReplyItem({ reply, me, personaName, onShowLine }: ReplyItemProps) {
  const { asker, audience, by, state, text, cause } = reply;
  const words = wordsOf(reply);
  const asked = asker?.id === me ? 'You' : (asker?.name ?? 'Somebody');
  return (
    <li data-reply={reply.id} data-state={state} className="flex flex-col gap-2 px-4 pt-4">
      {words !== '' && (
        <QuestionBubble asker={asked} words={words} onShow={cause ? () => onShowLine(cause) : null} />
      )}
      <div className="grid grid-cols-[2rem_1fr] gap-x-3">
        <AiMark />
        <div className="min-w-0">
          <p className="flex flex-wrap items-center gap-x-2 gap-y-0.5 text-sm">
            <span className="truncate font-semibold">{personaName}</span>
            <AiBadge />
            <span className="inline-flex items-center gap-1 text-ink-faint text-xs">
              {audience === 'me' ? <Lock aria-hidden size={12} /> : <Volume2 aria-hidden size={13} />}
              {audience === 'me' ? 'Only for you' : 'For everyone'}
            </span>
            {by === 'rules' && <span className="text-ink-faint text-xs">No language model</span>}
          </p>
          <Answer state={state} text={text} onShowLine={onShowLine} />
        </div>
      </div>
    </li>
  );
}

function Answer({
  state,
  text,
  onShowLine,
}: Pick<Reply, 'state' | 'text'> & Pick<ReplyItemProps, 'onShowLine'>) {
  if (state === 'failed')
    return <p className="text-danger text-sm">{text || 'This could not be answered.'}</p>;
  return (
    <>
      {text !== '' && <AnswerText text={text} onShowLine={onShowLine} />}
      {state === 'writing' && <p className="animate-breathe text-ink-faint text-sm">Writing</p>}
      {state === 'interrupted' && <p className="text-ink-faint text-sm">Interrupted</p>}
    </>
  );
}
