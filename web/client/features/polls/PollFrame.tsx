import { type ReactNode, useId } from 'react';
import type { OwnPoll } from '../../../../lib/poll-messages.ts';

interface PollFrameProps {
  poll: OwnPoll;
  /** What it is called before the question: who asks. */
  asker: string;
  /** Given the id of the question, which names what is in it. */
  children(labelId: string): ReactNode;
}

/** One question, with what it is: who asks, and how it stands. */
export function PollFrame({
  poll: { question, state, anonymous, offRecord },
  asker,
  children,
}: PollFrameProps) {
  const id = useId();
  return (
    <article aria-labelledby={id} className="flex flex-col gap-3 rounded-xl border border-line p-4">
      <div>
        <p className="flex flex-wrap gap-x-2 text-ink-faint text-xs">
          <bdi>{asker}</bdi>
          {state === 'open' && <Mark>Open</Mark>}
          {state === 'ended' && <Mark>Ended</Mark>}
          {anonymous && <Mark>Anonymous</Mark>}
          {offRecord && <Mark>Off the record: gone when the meeting ends</Mark>}
        </p>
        <h3 id={id} dir="auto" className="mt-1 font-semibold [overflow-wrap:anywhere]">
          {question}
        </h3>
      </div>
      {children(id)}
    </article>
  );
}

function Mark({ children }: { children: ReactNode }) {
  return <span className="before:mr-2 before:content-['·']">{children}</span>;
}
