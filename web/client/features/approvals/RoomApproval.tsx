import type { ApprovalView, LineRef } from '../../../../lib/assistant-messages.ts';
import type { TranscriptStore } from '../captions/transcript-store.ts';
import { useTranscriptItems } from '../captions/useTranscriptItems.ts';
import { ApprovalPopup } from './ApprovalPopup.tsx';
import { withCauseWords } from './cause-words.ts';
import type { Approvals } from './useApprovals.ts';

interface RoomApprovalProps {
  approvals: Approvals;
  personaName: string;
  /** Participant id of the reader. */
  me: string;
  timeZone: string;
  people: readonly string[];
  /** What was said. */
  heard: TranscriptStore;
  onShowLine(line: LineRef): void;
}

/** What this person is asked now, over the stage. */
export function RoomApproval(props: RoomApprovalProps) {
  const { current } = props.approvals;
  return current && <Asked {...props} current={current} />;
}

function Asked({ approvals, heard, current, ...rest }: RoomApprovalProps & { current: ApprovalView }) {
  const { waiting, untilMs, problem, sendingId } = approvals;
  const items = useTranscriptItems(heard);
  const { id, digest } = current;
  return (
    <ApprovalPopup
      // A form of its own for other arguments: what was typed into the old one was about something else.
      key={`${id}.${digest}`}
      {...rest}
      approval={withCauseWords(current, items)}
      untilMs={untilMs}
      behind={waiting.length - 1}
      sending={sendingId === id}
      problem={problem?.id === id ? problem.text : null}
      onShown={() => approvals.shown(id)}
      onBusy={() => approvals.hold(id)}
      onAside={() => approvals.putAside(id)}
      onDecide={(body) => approvals.decide(id, body)}
    />
  );
}
