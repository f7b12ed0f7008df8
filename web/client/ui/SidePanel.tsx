import { X } from 'lucide-react';
import { lazy, type ReactNode, Suspense } from 'react';
import { IconButton } from './IconButton.tsx';

// Only where it is narrow: with what locks the page under it, it weighs more than most panels.
const Sheet = lazy(async () => ({ default: (await import('./Sheet.tsx')).Sheet }));

interface SidePanelProps {
  title: string;
  /** Beside the stage; else a sheet from below. */
  wide: boolean;
  open: boolean;
  onOpenChange(open: boolean): void;
  /** What is asked of the person under a sheet, which covers it. */
  notice?: ReactNode;
  children: ReactNode;
}

/** What stands beside the stage, or in a sheet from below where there is no room for it. */
export function SidePanel({ title, wide, open, onOpenChange, notice, children }: SidePanelProps) {
  if (!open) return null;
  const close = (
    <IconButton
      label={`Close ${title.toLowerCase()}`}
      icon={<X aria-hidden size={18} />}
      size="small"
      onClick={() => onOpenChange(false)}
    />
  );
  if (!wide) {
    return (
      <Suspense fallback={null}>
        <Sheet title={title} close={close} onOpenChange={onOpenChange} notice={notice}>
          {children}
        </Sheet>
      </Suspense>
    );
  }
  return (
    <aside
      aria-label={title}
      className="my-3 mr-3 flex w-96 shrink-0 flex-col rounded-2xl border border-line bg-surface"
    >
      <div className="flex items-center justify-between py-2 pr-2 pl-4">
        <h2 className="font-semibold">{title}</h2>
        {close}
      </div>
      {children}
    </aside>
  );
}
