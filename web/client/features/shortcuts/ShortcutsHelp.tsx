import { lazy } from 'react';
import { LazyPart } from '../../ui/LazyPart.tsx';
import { PartFailed } from '../../ui/PartFailed.tsx';

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
    <LazyPart failed={<PartFailed floats />}>
      <ShortcutsDialog onClose={() => onOpenChange(false)} />
    </LazyPart>
  );
}
