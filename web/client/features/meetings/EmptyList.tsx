import { CalendarDays, SearchX } from 'lucide-react';
import type { MeetingTimes } from '../../../../lib/planning.ts';

const texts: Record<MeetingTimes, [string, string]> = {
  all: ['No meetings yet', 'Start one now, or plan one and invite people by mail.'],
  upcoming: ['Nothing planned', 'Plan a meeting, and the people you invite get it into their calendars.'],
  live: ['No meeting is running', 'When one of your meetings begins, it shows up here.'],
  past: ['No past meetings', 'Meetings that are over stay here, with their people and transcript.'],
};

export function EmptyList({ times, filtered }: { times: MeetingTimes; filtered: boolean }) {
  const [title, text] = filtered
    ? ['No meeting fits', 'Try other words, or look through all meetings.']
    : texts[times];
  const Icon = filtered ? SearchX : CalendarDays;
  return (
    <div className="flex flex-col items-center rounded-2xl border border-line border-dashed px-6 py-16 text-center">
      <span className="mb-4 flex size-12 items-center justify-center rounded-2xl bg-accent-soft text-accent">
        <Icon aria-hidden size={24} />
      </span>
      <p className="font-medium">{title}</p>
      <p className="mt-1 max-w-sm text-pretty text-ink-soft text-sm">{text}</p>
    </div>
  );
}
