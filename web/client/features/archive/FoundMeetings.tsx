import { Link } from '@tanstack/react-router';
import type { FoundMeeting } from '../../../../lib/archive-messages.ts';
import { formatDay } from '../meetings/format-when.ts';
import { HitRow } from './HitRow.tsx';

/** Hits under the meetings that they are from. */
export function FoundMeetings({ meetings }: { meetings: readonly FoundMeeting[] }) {
  const nowMs = Date.now();
  return (
    <ul className="flex flex-col gap-5">
      {meetings.map(({ id, title, atMs, hits }) => (
        <li key={id} className="overflow-hidden rounded-2xl border border-line bg-surface">
          <h2 className="flex flex-wrap items-baseline justify-between gap-x-4 border-line border-b px-5 py-3">
            <Link
              to="/meetings/$id"
              params={{ id }}
              className="min-w-0 break-words font-semibold hover:underline"
            >
              {title}
            </Link>
            <span className="text-ink-faint text-sm">{formatDay(atMs, nowMs)}</span>
          </h2>
          <ul className="divide-y divide-line">
            {hits.map((hit, index) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: hits only grow at the end, and two may be the same words
              <HitRow key={index} meetingId={id} hit={hit} />
            ))}
          </ul>
        </li>
      ))}
    </ul>
  );
}
