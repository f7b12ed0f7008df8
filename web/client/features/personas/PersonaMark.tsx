import { AudioLines } from 'lucide-react';

/** The sign of an AI participant, wherever one is named. */
export function PersonaMark() {
  return (
    <span className="flex size-10 shrink-0 items-center justify-center rounded-full bg-accent text-on-accent">
      <AudioLines aria-hidden size={18} />
    </span>
  );
}
