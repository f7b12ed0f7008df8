import { DeviceNotice } from './DeviceNotice.tsx';
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
  const text = `${explainMediaProblem(kind, state.problem)} You can join without it.`;
  return <DeviceNotice text={text} action="Try again" onAction={onRetry} />;
}
