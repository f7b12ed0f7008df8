import type { LineRef } from '../../../../lib/assistant-messages.ts';
import { writeLineRef } from '../../../../lib/line-messages.ts';
import type { Summary } from '../../../../lib/summary.ts';
import { useAfterMeeting } from '../after/after-context.ts';
import { LineLinks } from '../after/LineLinks.tsx';
import { Section } from '../after/Section.tsx';
import { formatTime } from '../captions/format-time.ts';

interface CitedItem {
  text: string;
  lines: readonly LineRef[];
}

/** Sentences with where they come from; nothing while there are none. */
export function CitedList({ title, items }: { title: string; items: readonly CitedItem[] }) {
  if (items.length === 0) return null;
  return (
    <Section title={title}>
      <ul className="flex flex-col gap-2.5">
        {items.map((item) => (
          <li key={keyOf(item)} className="flex max-w-prose gap-3">
            <span aria-hidden className="mt-[0.7em] size-1.5 shrink-0 rounded-full bg-line-strong" />
            <span>
              {item.text} <LineLinks lines={item.lines} />
            </span>
          </li>
        ))}
      </ul>
    </Section>
  );
}

/** What was talked about, in order, each with the time at which it came up. */
export function Topics({ topics }: { topics: Summary['topics'] }) {
  const { findLine, showLine } = useAfterMeeting();
  if (topics.length === 0) return null;
  return (
    <Section title="Topics">
      <ol className="flex flex-col gap-5">
        {topics.map((topic) => {
          const first = topic.lines.flatMap((line) => findLine(line) ?? [])[0];
          return (
            <li
              key={keyOf({ text: topic.title, lines: topic.lines })}
              className="grid grid-cols-[3.25rem_1fr] gap-3"
            >
              {first ? (
                <button
                  type="button"
                  onClick={() => showLine(first)}
                  aria-label={`Go to ${formatTime(first.startMs)}, ${topic.title}`}
                  className="h-6 justify-self-start rounded-md bg-sunken px-1.5 text-ink-soft text-xs tabular-nums hover:bg-accent-soft hover:text-accent"
                >
                  {formatTime(first.startMs)}
                </button>
              ) : (
                <span />
              )}
              <div className="min-w-0 max-w-prose">
                <h3 className="font-medium">{topic.title}</h3>
                <p className="mt-0.5 whitespace-pre-line text-ink-soft">
                  {topic.text} <LineLinks lines={topic.lines} />
                </p>
              </div>
            </li>
          );
        })}
      </ol>
    </Section>
  );
}

const keyOf = ({ text, lines }: CitedItem) => `${text} ${lines.map(writeLineRef).join(' ')}`;
