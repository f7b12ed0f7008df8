import { TriangleAlert } from 'lucide-react';
import { explainMediaProblem, type MediaKind } from './media-problem.ts';
import type { DeviceState } from './useLobbyMedia.ts';

interface MediaNoticeProps {
  kind: MediaKind;
  state: DeviceState;
  onRetry(): void;
}

/** Says why a device is not there. Joining stays possible without it. */
export function MediaNotice({ kind, state, onRetry }: MediaNoticeProps) {
  if (state.status !== 'failed') return null;
  return (
    <div
      role="status"
      className="flex items-start gap-2.5 rounded-xl bg-warn-soft px-3.5 py-2.5 text-sm text-warn"
    >
      <TriangleAlert aria-hidden size={17} className="mt-0.5 shrink-0" />
      <p>
        {explainMediaProblem(kind, state.problem)} You can join without it.{' '}
        <button type="button" onClick={onRetry} className="font-semibold underline underline-offset-2">
          Try again
        </button>
      </p>
    </div>
  );
}
