import { lazy, Suspense } from 'react';
import type { ConfirmDialogProps } from './OpenConfirmDialog.tsx';

const OpenConfirmDialog = lazy(async () => ({
  default: (await import('./OpenConfirmDialog.tsx')).OpenConfirmDialog,
}));

/** Asks before something that cannot be taken back. The code for it comes with the first question. */
export function ConfirmDialog({ open, ...dialog }: ConfirmDialogProps & { open: boolean }) {
  return open ? (
    <Suspense fallback={null}>
      <OpenConfirmDialog {...dialog} />
    </Suspense>
  ) : null;
}
