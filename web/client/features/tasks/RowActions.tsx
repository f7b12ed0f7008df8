import { Pencil, Trash2 } from 'lucide-react';

interface RowActionsProps {
  /** What they are about, for screen readers. */
  what: string;
  onEdit(): void;
  onRemove(): void;
}

const look =
  'inline-flex size-9 items-center justify-center rounded-lg text-ink-faint hover:bg-sunken hover:text-ink';

/** Correct something, or take it away. */
export function RowActions({ what, onEdit, onRemove }: RowActionsProps) {
  return (
    <span className="-my-1.5 -mr-2 flex shrink-0">
      <button type="button" title="Correct" aria-label={`Correct: ${what}`} onClick={onEdit} className={look}>
        <Pencil aria-hidden size={15} />
      </button>
      <button type="button" title="Remove" aria-label={`Remove: ${what}`} onClick={onRemove} className={look}>
        <Trash2 aria-hidden size={15} />
      </button>
    </span>
  );
}
