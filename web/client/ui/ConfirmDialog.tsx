import { lazy } from 'react';
import { LazyPart } from './LazyPart.tsx';
import type { ConfirmDialogProps } from './OpenConfirmDialog.tsx';
import { PartFailed } from './PartFailed.tsx';

const OpenConfirmDialog = lazy(async () => ({
  default: (await import('./OpenConfirmDialog.tsx')).OpenConfirmDialog,
}));

/** Asks before something that cannot be taken back. The code for it comes with the first question. */
export function ConfirmDialog({ open, ...dialog }: ConfirmDialogProps & { open: boolean }) {
  return open ? (
    <LazyPart failed={<PartFailed onDismiss={() => dialog.onOpenChange(false)} />}>
      <OpenConfirmDialog {...dialog} />
    </LazyPart>
  ) : null;
}
