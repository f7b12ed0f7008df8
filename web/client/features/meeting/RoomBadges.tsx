import { lazy } from 'react';
import type { RoomMetadata } from '../../../../lib/messages.ts';
import { LazyPart } from '../../ui/LazyPart.tsx';
import type { Approvals } from '../approvals/useApprovals.ts';
import { RecordingMark } from '../recording/RecordingMark.tsx';

const ApprovalBadge = lazy(async () => ({
  default: (await import('../approvals/ApprovalBadge.tsx')).ApprovalBadge,
}));

interface RoomBadgesProps {
  features: Pick<RoomMetadata['features'], 'recording' | 'picture'>;
  approvals: Approvals;
  /** IANA name. */
  timeZone: string;
}

/** What everyone has to know, and what waits for this person. */
export function RoomBadges({ features: { recording, picture }, approvals, timeZone }: RoomBadgesProps) {
  const { current, waiting, withdrawable, open, decide } = approvals;
  return (
    <>
      <RecordingMark recording={recording} picture={picture} />
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
