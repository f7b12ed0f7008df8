import type { TextRange } from '../../../../lib/archive-messages.ts';

/** A text with what was looked for marked. */
export function MarkedText({ text, marks }: { text: string; marks: readonly TextRange[] }) {
  const ends = marks.map((_, index) => marks[index - 1]?.to ?? 0);
  return (
    <>
      {marks.map(({ from, to }, index) => (
        <span key={from}>
          {text.slice(ends[index], from)}
          <mark className="rounded-sm bg-accent-soft font-semibold text-ink">{text.slice(from, to)}</mark>
        </span>
      ))}
      {text.slice(marks.at(-1)?.to ?? 0)}
    </>
  );
}
