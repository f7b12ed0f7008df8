import { ConfirmDialog } from '../../ui/ConfirmDialog.tsx';
import type { ScreenShareControl } from './useScreenShare.ts';

/** Asks before somebody else's share is stopped. */
export function TakeOverDialog({ state, takeOver, dismiss }: ScreenShareControl) {
  const name = state.status === 'asking' ? state.holder.name : '';
  return (
    <ConfirmDialog
      open={state.status === 'asking'}
      title={`${name} is sharing a screen`}
      confirmLabel="Share mine instead"
      onConfirm={takeOver}
      onOpenChange={(open) => !open && dismiss()}
    >
      Only one screen can be shared at a time. If you share yours, {name} stops sharing and is told so.
    </ConfirmDialog>
  );
}
