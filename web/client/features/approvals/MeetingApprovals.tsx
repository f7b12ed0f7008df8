import { useInfiniteQuery, useQuery, useQueryClient } from '@tanstack/react-query';
import { useId } from 'react';
import type { ApprovalView, LineRef } from '../../../../lib/assistant-messages.ts';
import { getActionLog, listApprovals, type Reader } from '../api/assistant.ts';
import { ApprovalCard } from './ApprovalCard.tsx';
import { ApprovalLog } from './ApprovalLog.tsx';
import { useDecide } from './useDecide.ts';

interface MeetingApprovalsProps {
  reader: Reader;
  personaName: string;
  timeZone: string;
  /** Names to choose from. */
  people: readonly string[];
  /** More may be proposed: look again every few seconds. */
  growing: boolean;
  onShowLine: ((line: LineRef) => void) | null;
}

const refreshMs = 4_000;

/** On the page of a meeting: what still waits for the reader's answer, and the log of everything proposed. */
export function MeetingApprovals({ reader, growing, onShowLine, ...about }: MeetingApprovalsProps) {
  const queries = useQueryClient();
  const key = ['approvals', reader.meetingId];
  const list = useQuery({
    queryKey: [...key, 'list'],
    queryFn: ({ signal }) => listApprovals(reader, signal),
    refetchInterval: growing ? refreshMs : false,
  });
  const actions = useInfiniteQuery({
    queryKey: [...key, 'log'],
    queryFn: ({ pageParam, signal }) => getActionLog(reader, pageParam, signal),
    initialPageParam: '',
    getNextPageParam: ({ more, approvals }) => (more ? approvals[0]?.id : undefined),
    refetchInterval: ({ state }) =>
      growing || state.data?.pages.some((page) => page.approvals.some(isMoving)) ? refreshMs : false,
  });
  const refetch = () => void queries.invalidateQueries({ queryKey: key });
  const { decide, sendingId, problem } = useDecide({ reader, onAnswered: refetch, onRefused: refetch });
  const titleId = useId();
  const error = list.error ?? actions.error;
  if (!list.data || !actions.data) {
    return error && <p className="text-sm text-warn">What was proposed cannot be loaded right now.</p>;
  }
  const { pages } = actions.data;
  const log = pages.flatMap((page) => page.log);
  if (log.length === 0) return null;
  const { approvals, mine, withdrawable } = list.data;
  const asked = approvals.filter(({ id, state }) => state === 'pending' && mine.includes(id));
  const isAsked = (id: string) => asked.some((approval) => approval.id === id);
  return (
    <section
      aria-label="Proposals"
      className="overflow-hidden rounded-2xl border border-line bg-surface text-left text-ink"
    >
      <h2 className="border-line border-b px-5 py-3.5 font-semibold text-sm">
        Proposed by {about.personaName}
      </h2>
      {problem && !isAsked(problem.id) && (
        <p role="alert" className="px-5 pt-3 text-sm text-warn">
          {problem.text}
        </p>
      )}
      {asked.length > 0 && (
        <ul className="flex flex-col gap-4 p-4">
          {asked.map((approval) => (
            <li key={approval.id} className="max-w-xl rounded-2xl border border-accent/40">
              <ApprovalCard
                {...about}
                approval={approval}
                me={null}
                titleId={`${titleId}-${approval.id}`}
                sending={sendingId === approval.id}
                problem={problem?.id === approval.id ? problem.text : null}
                onShowLine={onShowLine}
                onDecide={(body) => decide(approval.id, body)}
              />
            </li>
          ))}
        </ul>
      )}
      <ApprovalLog
        approvals={pages.flatMap((page) => page.approvals).filter(({ id }) => !isAsked(id))}
        log={log}
        withdrawable={withdrawable}
        onWithdraw={(id) => decide(id, { decision: 'withdraw' })}
        onOlder={actions.hasNextPage ? () => void actions.fetchNextPage() : null}
        timeZone={about.timeZone}
        onShowLine={onShowLine}
      />
    </section>
  );
}

/** True while something about it will change by itself soon. */
function isMoving({ state, action }: ApprovalView): boolean {
  return state !== 'pending' && (action?.status === 'waiting' || action?.status === 'running');
}
