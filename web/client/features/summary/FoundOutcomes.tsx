import type { Summary } from '../../../../lib/summary.ts';
import { CitedList } from './SummaryParts.tsx';

/** Decisions and tasks as an earlier version had them: what counts now is on the newest one. */
export function FoundOutcomes({ content: { decisions, tasks } }: { content: Summary }) {
  return (
    <>
      <CitedList title="Decisions in this version" items={decisions} />
      <CitedList
        title="Tasks in this version"
        items={tasks.map(({ text, owner, due, lines }) => ({
          text: [owner ? `${owner}: ${text}` : text, due].filter(Boolean).join(', due '),
          lines,
        }))}
      />
    </>
  );
}
