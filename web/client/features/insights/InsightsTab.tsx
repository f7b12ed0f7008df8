import { useMemo } from 'react';
import { Spinner } from '../../ui/Spinner.tsx';
import { useAfterMeeting } from '../after/after-context.ts';
import { Section } from '../after/Section.tsx';
import { formatTime } from '../captions/format-time.ts';
import { useLines } from '../lines/useLines.ts';
import type { SeekMark } from '../player/SeekBar.tsx';
import { FiguresTable } from './FiguresTable.tsx';
import { countFigures } from './figures.ts';
import { TalkTimeline } from './TalkTimeline.tsx';

interface InsightsTabProps {
  lengthMs: number;
  topics: readonly SeekMark[];
}

/** How the meeting was talked: who, when, how much. */
export function InsightsTab({ lengthMs, topics }: InsightsTabProps) {
  const { meetingId } = useAfterMeeting();
  const { data, error } = useLines(meetingId);
  const figures = useMemo(
    () => (data ? countFigures(data.lines, data.gaps, lengthMs) : null),
    [data, lengthMs],
  );
  if (!data || !figures) {
    return (
      <p role="status" className="flex items-center gap-3 py-10 text-ink-soft">
        {error ? error.message : <Spinner />} {!error && 'Counting'}
      </p>
    );
  }
  if (figures.speakers.length === 0) {
    return <p className="py-10 text-center text-ink-soft">Nobody spoke, so there is nothing to count.</p>;
  }
  const sum = (key: 'turns' | 'questions' | 'overlaps') =>
    figures.speakers.reduce((total, each) => total + each[key], 0);
  const percent = (part: number) => `${Math.round((part / Math.max(1, lengthMs)) * 100)} %`;
  const whole = [
    { label: 'Talk', value: percent(figures.spokenMs), hint: formatTime(figures.spokenMs) },
    { label: 'Silence', value: percent(figures.silenceMs), hint: formatTime(figures.silenceMs) },
    { label: 'Turns', value: sum('turns'), hint: 'speaker changes' },
    { label: 'Questions', value: sum('questions'), hint: `${sum('overlaps')} times two at once` },
  ];
  return (
    <div className="flex flex-col gap-8">
      <dl className="grid grid-cols-2 gap-3 sm:grid-cols-4">
        {whole.map(({ label, value, hint }) => (
          <div key={label} className="rounded-2xl border border-line bg-surface px-4 py-3.5">
            <dt className="text-ink-soft text-sm">{label}</dt>
            <dd className="mt-0.5 font-semibold text-2xl tabular-nums tracking-tight">{value}</dd>
            <dd className="text-ink-faint text-xs tabular-nums">{hint}</dd>
          </div>
        ))}
      </dl>
      <Section title="Who spoke when">
        <TalkTimeline lines={data.lines} speakers={figures.speakers} topics={topics} lengthMs={lengthMs} />
      </Section>
      <Section title="Person by person">
        <FiguresTable speakers={figures.speakers} />
      </Section>
    </div>
  );
}
