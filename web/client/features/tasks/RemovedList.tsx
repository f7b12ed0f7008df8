export interface RemovedListProps {
  items: readonly { id: string; text: string }[];
  onRestore(id: string): void;
}

/** What somebody took away, to be brought back. */
export function RemovedList({ items, onRestore }: RemovedListProps) {
  return (
    <details className="mt-2 text-ink-faint text-sm">
      <summary className="w-fit cursor-pointer select-none rounded px-1 py-1 hover:text-ink">
        Removed ({items.length})
      </summary>
      <ul className="mt-1 flex flex-col gap-1 px-1">
        {items.map(({ id, text }) => (
          <li key={id} className="flex items-baseline gap-3">
            <span className="min-w-0 flex-1 break-words line-through">{text}</span>
            <button
              type="button"
              onClick={() => onRestore(id)}
              aria-label={`Bring back: ${text}`}
              className="shrink-0 py-1 text-accent underline underline-offset-2"
            >
              Bring back
            </button>
          </li>
        ))}
      </ul>
    </details>
  );
}
