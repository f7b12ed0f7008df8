import { lazy } from 'react';
import { LazyPart } from '../../ui/LazyPart.tsx';
import type { Approvals } from '../approvals/useApprovals.ts';
import { RecordingMark } from '../recording/RecordingMark.tsx';

const ApprovalBadge = lazy(async () => ({
  default: (await import('../approvals/ApprovalBadge.tsx')).ApprovalBadge,
}));

interface RoomBadgesProps {
  /** The meeting is being recorded. */
  recording: boolean;
  approvals: Approvals;
  /** IANA name. */
  timeZone: string;
}

/** What everyone has to know, and what waits for this person. */
export function RoomBadges({ recording, approvals, timeZone }: RoomBadgesProps) {
  const { current, waiting, withdrawable, open, decide } = approvals;
  return (
    <>
      <RecordingMark recording={recording} />
      <LazyPart>
        {waiting.length + withdrawable.length > 0 && (
          <ApprovalBadge
            waiting={waiting.filter((each) => each !== current)}
            withdrawable={withdrawable}
            timeZone={timeZone}
            onOpen={open}
            onWithdraw={(id) => decide(id, { decision: 'withdraw' })}
          />
        )}
      </LazyPart>
    </>
  );
}
