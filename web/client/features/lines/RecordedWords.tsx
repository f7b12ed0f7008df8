import type { LineView } from '../../../../lib/line-messages.ts';
import { useCorrectLine } from './useCorrectLine.ts';

/** The words of the recording, to be taken in the place of a person's. */
export function RecordedWords({ line }: { line: LineView }) {
  const correct = useCorrectLine(line);
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
