import { ChartBarBig } from 'lucide-react';
import type { OwnPoll } from '../../../../lib/poll-messages.ts';
import { Spinner } from '../../ui/Spinner.tsx';
import { DraftCard } from './DraftCard.tsx';
import { PollCard } from './PollCard.tsx';
import type { PollsPanelProps } from './PollsPanel.tsx';
import type { PollsControl } from './usePolls.ts';

interface PollListProps extends Omit<PollsPanelProps, 'offRecord'> {
  onEdit(draft: OwnPoll): void;
}

/** Open polls in the order of asking, so that a new one moves none from under the hand of who votes; then the others. */
export function PollList({ polls: { list, history }, onEdit, ...reader }: PollListProps) {
  const inState = (state: OwnPoll['state']) => list.polls.filter((poll) => poll.state === state);
  const newest = inState('open').at(-1);
  return (
    <>
      <p aria-live="polite" className="sr-only">
        {newest && `${newest.askerName} asks: ${newest.question}`}
      </p>
      {list.polls.length === 0 && <Empty history={history} mayAsk={list.mayAsk} />}
      {inState('open').map((poll) => (
        <PollCard key={poll.id} {...reader} poll={poll} />
      ))}
      {inState('draft').map((poll) => (
        <DraftCard
          key={poll.id}
          poll={poll}
          access={reader.access}
          mayAsk={list.mayAsk}
          onEdit={() => onEdit(poll)}
        />
      ))}
      {inState('ended')
        .toReversed()
        .map((poll) => (
          <PollCard key={poll.id} {...reader} poll={poll} />
        ))}
      {history === 'failing' && list.polls.length > 0 && (
        <p role="status" className="text-sm text-warn">
          Polls cannot be loaded right now.
        </p>
      )}
    </>
  );
}

function Empty({ history, mayAsk }: { history: PollsControl['history']; mayAsk: boolean }) {
  const texts = {
    loading: 'Loading polls',
    failing: 'Polls cannot be loaded right now. This page keeps trying.',
    here: mayAsk ? 'Ask everyone a question, and see how they vote.' : 'Nothing is being asked now.',
  };
  return (
    <div className="flex flex-1 flex-col items-center justify-center gap-3 px-4 text-center text-ink-faint">
      {history === 'loading' ? (
        <Spinner size={24} />
      ) : (
        <ChartBarBig aria-hidden size={28} strokeWidth={1.5} />
      )}
      <p className="text-pretty">{texts[history]}</p>
    </div>
  );
}
