import { X } from 'lucide-react';
import { lazy, type ReactNode } from 'react';
import { IconButton } from './IconButton.tsx';
import { LazyPart } from './LazyPart.tsx';
import { usePanelFocus } from './usePanelFocus.ts';

// Only where it is narrow: with what locks the page under it, it weighs more than most panels.
const Sheet = lazy(async () => ({ default: (await import('./Sheet.tsx')).Sheet }));

interface SidePanelProps {
  /** `aria-controls` of the button that opens it. */
  id: string;
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
export function SidePanel({ id, title, wide, open, onOpenChange, notice, children }: SidePanelProps) {
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
      <LazyPart>
        <Sheet id={id} title={title} close={close} onOpenChange={onOpenChange} notice={notice}>
          {children}
        </Sheet>
      </LazyPart>
    );
  }
  return (
    <Beside id={id} title={title} close={close} onClose={() => onOpenChange(false)}>
      {children}
    </Beside>
  );
}

interface BesideProps {
  id: string;
  title: string;
  /** The button that closes it. */
  close: ReactNode;
  onClose(): void;
  children: ReactNode;
}

function Beside({ id, title, close, onClose, children }: BesideProps) {
  return (
    <aside
      ref={usePanelFocus(id)}
      id={id}
      tabIndex={-1}
      aria-label={title}
      onKeyDown={({ key, defaultPrevented, nativeEvent }) => {
        // What an input method composes is taken back by the same key.
        if (key === 'Escape' && !defaultPrevented && !nativeEvent.isComposing) onClose();
      }}
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
