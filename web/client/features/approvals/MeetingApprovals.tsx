import { useQuery } from '@tanstack/react-query';
import { useId } from 'react';
import type { ApprovalView, LineRef } from '../../../../lib/assistant-messages.ts';
import { listApprovals, type Reader } from '../api/assistant.ts';
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

/** On the page of a meeting: what still waits for the reader's answer, and what became of everything else. */
export function MeetingApprovals({ reader, growing, onShowLine, ...about }: MeetingApprovalsProps) {
  const list = useQuery({
    queryKey: ['approvals', reader.meetingId],
    queryFn: ({ signal }) => listApprovals(reader, signal),
    refetchInterval: ({ state }) => (growing || state.data?.approvals.some(isMoving) ? 4_000 : false),
  });
  const refetch = () => void list.refetch();
  const { decide, sendingId, problem } = useDecide({ reader, onAnswered: refetch, onRefused: refetch });
  const titleId = useId();
  if (!list.data) {
    if (!list.error) return null;
    return (
      <p role="alert" className="px-5 py-4 text-sm text-warn">
        What was proposed cannot be loaded right now.
      </p>
    );
  }
  const { approvals, mine } = list.data;
  if (approvals.length === 0) return null;
  const isAsked = (approval: ApprovalView) => approval.state === 'pending' && mine.includes(approval.id);
  return (
    <section
      aria-label="Proposals"
      className="mb-6 overflow-hidden rounded-2xl border border-line bg-surface text-left text-ink"
    >
      <h2 className="border-line border-b px-5 py-3.5 font-medium text-sm">
        Proposals of {about.personaName} ({approvals.length})
      </h2>
      {problem &&
        sendingId === null &&
        !approvals.some((each) => each.id === problem.id && isAsked(each)) && (
          <p role="alert" className="px-5 pt-3 text-sm text-warn">
            {problem.text}
          </p>
        )}
      <ul className="flex flex-col gap-4 p-4 empty:hidden">
        {approvals.filter(isAsked).map((approval) => (
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
      <ApprovalLog
        approvals={approvals.filter((approval) => !isAsked(approval))}
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
