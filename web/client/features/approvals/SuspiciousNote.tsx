import { TriangleAlert } from 'lucide-react';
import { inspectText, removeHidden, type TextPiece } from './inspect-text.ts';
import { MarkedText } from './MarkedText.tsx';

interface SuspiciousNoteProps {
  text: string;
  /** Null where it cannot be edited. */
  onClean: ((text: string) => void) | null;
}

/** Under a field whose text is not what it looks like: the same text with everything visible. */
export function SuspiciousNote({ text, onClean }: SuspiciousNoteProps) {
  const pieces = inspectText(text);
  const kinds = new Set(pieces.map((piece) => piece.kind));
  if (!kinds.has('hidden') && !kinds.has('lookalike')) return null;
  return (
    <div role="note" className="mt-1.5 rounded-lg bg-warn-soft px-3 py-2 text-sm text-warn">
      <p className="flex items-start gap-2 font-medium">
        <TriangleAlert aria-hidden size={16} className="mt-0.5 shrink-0" />
        {kinds.has('hidden')
          ? 'There are characters in it that cannot be seen.'
          : 'Not all letters are what they look like.'}
      </p>
      <p className="mt-1 max-h-24 overflow-y-auto rounded bg-surface px-2 py-1 text-ink">
        <MarkedText text={text} />
      </p>
      {kinds.has('lookalike') && <p className="mt-1">{describeLookalikes(pieces)}</p>}
      {kinds.has('hidden') && onClean && (
        <button
          type="button"
          className="mt-1.5 font-medium underline underline-offset-2"
          onClick={() => onClean(removeHidden(text))}
        >
          Remove them
        </button>
      )}
    </div>
  );
}

/** `е, а: Cyrillic letter in a Latin word` */
function describeLookalikes(pieces: readonly TextPiece[]): string {
  const byNote = new Map<string, Set<string>>();
  for (const { kind, text, note } of pieces) {
    if (kind === 'lookalike') byNote.set(note, new Set([...(byNote.get(note) ?? []), ...text]));
  }
  return [...byNote].map(([note, letters]) => `${[...letters].join(', ')}: ${note}`).join('; ');
}
