import { type FormEvent, useEffect, useId, useRef, useState } from 'react';
import { chatLimits } from '../../../../lib/chat-messages.ts';
import { Composer } from '../../ui/Composer.tsx';

interface ChatFormProps {
  /** Why this person cannot write now; null when they can. */
  closed: string | null;
  /** Nothing that is written now outlives the meeting. */
  offRecord: boolean;
  draft: { current: string };
  /** Takes the focus when it opens. */
  focused: boolean;
  onSend(text: string): void;
}

/** From here on the number of characters that are left is shown. */
const nearLimit = chatLimits.text - 500;

export function ChatForm({ closed, offRecord, draft, focused, onSend }: ChatFormProps) {
  const id = useId();
  const field = useRef<HTMLTextAreaElement>(null);
  const [text, setText] = useState(draft.current);
  const tooLong = text.length > chatLimits.text;
  const write = (next: string) => {
    draft.current = next;
    setText(next);
  };
  useEffect(() => {
    if (focused) field.current?.focus({ preventScroll: true });
  }, [focused]);
  const onSubmit = (event: FormEvent) => {
    event.preventDefault();
    if (closed || tooLong || text.trim() === '') return;
    onSend(text);
    write('');
  };
  return (
    <form onSubmit={onSubmit} className="flex flex-col gap-2 border-line border-t p-3">
      {(closed ?? (offRecord && 'Off the record: what you write now is gone when the meeting ends.')) && (
        <p role="status" className="text-sm text-warn">
          {closed ?? 'Off the record: what you write now is gone when the meeting ends.'}
        </p>
      )}
      <Composer
        label="Message to everyone"
        placeholder="Write to everyone"
        value={text}
        sendLabel="Send"
        maySend={closed === null && !tooLong && text.trim() !== ''}
        disabled={closed !== null}
        invalid={tooLong}
        describedBy={`${id}-length`}
        fieldRef={field}
        onChange={write}
      />
      <p id={`${id}-length`} className={tooLong ? 'text-danger text-sm' : 'text-ink-faint text-xs'}>
        {text.length > nearLimit && describeLength(text.length)}
      </p>
    </form>
  );
}

function describeLength(length: number): string {
  const left = chatLimits.text - length;
  return left < 0 ? `${(-left).toLocaleString()} characters too long` : `${left.toLocaleString()} left`;
}
