import { MonitorUp } from 'lucide-react';
import { Button } from '../../ui/Button.tsx';

/** Says that one's screen is shared. It is not shown itself: on a shared screen it would show itself without end. */
export function OwnShare({ onStop }: { onStop(): void }) {
  return (
    <section
      aria-label="Your screen"
      className="flex shrink-0 items-center justify-center gap-3 rounded-2xl bg-accent-soft px-4 py-1.5"
    >
      <MonitorUp aria-hidden size={20} className="shrink-0 text-accent" />
      <p className="min-w-0 truncate font-medium">Everyone sees your screen</p>
      <Button look="danger" onClick={onStop}>
        Stop sharing
      </Button>
    </section>
  );
}
