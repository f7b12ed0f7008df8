import { lazy, Suspense } from 'react';

const ShortcutsDialog = lazy(async () => ({
  default: (await import('./ShortcutsDialog.tsx')).ShortcutsDialog,
}));

interface ShortcutsHelpProps {
  open: boolean;
  onOpenChange(open: boolean): void;
}

/** The list of keys, loaded when somebody asks for it. */
export function ShortcutsHelp({ open, onOpenChange }: ShortcutsHelpProps) {
  if (!open) return null;
  return (
    <Suspense fallback={null}>
      <ShortcutsDialog onClose={() => onOpenChange(false)} />
    </Suspense>
  );
}
