import { Check } from 'lucide-react';
import type { OwnPoll } from '../../../../lib/poll-messages.ts';
import { classNames } from '../../ui/class-names.ts';
import { shareOf } from './describe-poll.ts';

interface PollResultsProps {
  poll: OwnPoll;
  /** Of the question. */
  labelId: string;
  /** By the place of the choice; null while they are not asked for. */
  voters: readonly string[][] | null;
}

/** How many voted for what. While nobody is shown that, the choices, with one's own. */
export function PollResults({ poll: { choices, counts, voted, mine }, labelId, voters }: PollResultsProps) {
  const most = Math.max(...(counts ?? [0]));
  return (
    <ol aria-labelledby={labelId} className="flex flex-col gap-3">
      {choices.map((choice, place) => {
        const isMine = mine?.choices.includes(place) ?? false;
        const votes = counts?.[place] ?? 0;
        const isAhead = votes > 0 && votes === most;
        return (
          <li key={choice} className="text-sm">
            <div className="flex items-baseline gap-2">
              <bdi className={classNames('min-w-0 [overflow-wrap:anywhere]', isAhead && 'font-semibold')}>
                {choice}
              </bdi>
              {isMine && (
                <span className="flex shrink-0 items-center gap-1 self-center text-accent text-xs">
                  <Check aria-hidden size={14} strokeWidth={3} />
                  Your vote
                </span>
              )}
              {counts && (
                <span className="ml-auto shrink-0 text-ink-soft tabular-nums">
                  {votes === 1 ? '1 vote' : `${votes} votes`} · {shareOf(votes, voted)}%
                </span>
              )}
            </div>
            {counts && (
              <div aria-hidden className="mt-1.5 h-2 overflow-hidden rounded-full bg-sunken">
                <div
                  className={classNames(
                    'h-full rounded-full transition-[width] motion-reduce:transition-none',
                    isAhead ? 'bg-accent' : 'bg-line-strong',
                  )}
                  style={{ width: `${shareOf(votes, voted)}%` }}
                />
              </div>
            )}
            {voters && (voters[place]?.length ?? 0) > 0 && (
              <p className="mt-1 text-ink-faint text-xs [overflow-wrap:anywhere]">
                {voters[place]?.join(', ')}
              </p>
            )}
          </li>
        );
      })}
    </ol>
  );
}
