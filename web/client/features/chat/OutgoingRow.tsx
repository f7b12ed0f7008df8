import { Button } from '../../ui/Button.tsx';
import type { Outgoing } from './chat-state.ts';
import { MessageText } from './MessageText.tsx';

interface OutgoingRowProps {
  outgoing: Outgoing;
  onAgain(): void;
  onDrop(): void;
}

/** A message of this person that is on its way, or was not sent. */
export function OutgoingRow({ outgoing: { text, problem }, onAgain, onDrop }: OutgoingRowProps) {
  return (
    <li className="flex gap-3 px-4 pt-4">
      <span className="w-8 shrink-0" />
      <div className="min-w-0 flex-1">
        <div className="text-ink-soft">
          <MessageText text={text} />
        </div>
        {problem === null ? (
          <p className="animate-breathe text-ink-faint text-xs">Sending</p>
        ) : (
          <div className="mt-1 flex flex-col gap-2 rounded-xl bg-danger-soft px-3 py-2">
            <p role="alert" className="text-danger text-sm">
              Not sent. {problem}
            </p>
            <div className="flex flex-wrap gap-2">
              <Button onClick={onAgain}>Send again</Button>
              <Button look="plain" onClick={onDrop}>
                Discard
              </Button>
            </div>
          </div>
        )}
      </div>
    </li>
  );
}
