import { Check, Circle } from 'lucide-react';
import type { ReactNode } from 'react';
import type { SharedMeeting } from '../../../../lib/shares.ts';
import { Card } from '../meetings/Card.tsx';

/** Summary, decisions and tasks, without the lines that they come from. */
export function SharedSummary({ shared: { summary, decisions, tasks } }: { shared: SharedMeeting }) {
  const content = summary?.content;
  return (
    <Card title="Summary">
      <div className="flex flex-col gap-6 px-5 py-5">
        {summary ? (
          <div>
            <p className="whitespace-pre-line">{content?.overview}</p>
            <p className="mt-2 text-ink-faint text-sm">
              {summary.by === 'rules'
                ? 'Put together by rules from what was said, without a language model.'
                : `Written by ${summary.model}.`}
            </p>
          </div>
        ) : (
          <p className="text-ink-faint">There is no summary of this meeting.</p>
        )}
        <List title="Decisions" items={decisions?.map(({ text }) => text) ?? []} />
        <List
          title="Tasks"
          items={
            tasks?.map(({ text, owner, due, done }) => {
              const about = [owner, due && `by ${due}`].filter(Boolean).join(', ');
              const Icon = done ? Check : Circle;
              return (
                <span key={text} className="flex gap-2.5">
                  <Icon
                    aria-label={done ? 'Done' : 'Open'}
                    size={16}
                    className="mt-1 shrink-0 text-ink-faint"
                  />
                  <span>
                    {text}
                    {about && <span className="text-ink-soft"> ({about})</span>}
                  </span>
                </span>
              );
            }) ?? []
          }
        />
        <List title="Topics" items={content?.topics.map(({ title, text }) => `${title}: ${text}`) ?? []} />
        <List title="Open questions" items={content?.questions.map(({ text }) => text) ?? []} />
        <List title="Numbers" items={content?.numbers.map(({ text }) => text) ?? []} />
      </div>
    </Card>
  );
}

function List({ title, items }: { title: string; items: readonly ReactNode[] }) {
  if (items.length === 0) return null;
  return (
    <section aria-label={title}>
      <h3 className="mb-1.5 font-medium text-ink-soft text-sm">{title}</h3>
      <ul className="flex flex-col gap-1.5">
        {items.map((item, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: the list never changes, and texts may repeat
          <li key={index}>{item}</li>
        ))}
      </ul>
    </section>
  );
}
