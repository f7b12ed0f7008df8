import type { LineView } from '../../../../lib/line-messages.ts';
import { useCorrectLine } from './useCorrectLine.ts';

/** Where a recording says something else than the person who corrected the line: its words, to be taken. */
export function RecordedOffer({ line }: { line: LineView }) {
  const correct = useCorrectLine(line);
  if (line.source !== 'person' || line.recordedText === null || line.recordedText === line.text) return null;
  return (
    <p className="mt-0.5 text-ink-faint text-sm">
      The recording says: “{line.recordedText}”{' '}
      <button
        type="button"
        disabled={correct.isPending}
        onClick={() => correct.mutate({ text: null, seen: line.text })}
        className="text-accent underline underline-offset-2"
      >
        Use it
      </button>
    </p>
  );
}
