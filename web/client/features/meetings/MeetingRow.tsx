import { Link } from '@tanstack/react-router';
import { Repeat, UsersRound } from 'lucide-react';
import type { MeetingSummary } from '../../../../lib/planning.ts';
import { formatDay, formatSpan } from './format-when.ts';
import { PhaseBadge } from './PhaseBadge.tsx';

interface MeetingRowProps {
  meeting: MeetingSummary;
  nowMs: number;
}

/** One meeting of the list. The title leads to its page, the button into the room. */
export function MeetingRow({ meeting, nowMs }: MeetingRowProps) {
  const { phase, code, id, title, peopleCount } = meeting;
  const canJoin = phase === 'live' || phase === 'upcoming';
  return (
    <li className="relative flex flex-wrap items-center gap-x-5 gap-y-2 px-4 py-3.5 hover:bg-sunken/60 sm:flex-nowrap sm:px-5">
      <div className="w-full shrink-0 text-sm sm:w-32">
        <span className="font-medium">{formatDay(meeting.atMs, nowMs)}</span>
        <span className="ml-2 text-ink-faint tabular-nums sm:ml-0 sm:block">{formatSpan(meeting)}</span>
      </div>
      <div className="w-full min-w-0 sm:w-auto sm:flex-1">
        <Link
          to="/meetings/$id"
          params={{ id }}
          className="block truncate font-medium after:absolute after:inset-0 after:content-['']"
        >
          {title}
        </Link>
        <p className="mt-0.5 flex items-center gap-3 text-ink-faint text-sm">
          <span className="truncate">
            {meeting.isMine ? 'Yours' : (meeting.ownerName ?? 'Without an account')}
          </span>
          {peopleCount > 0 && (
            <span className="inline-flex items-center gap-1">
              <UsersRound aria-hidden size={14} />
              {peopleCount}
              <span className="sr-only">{peopleCount === 1 ? 'person' : 'people'}</span>
            </span>
          )}
          {meeting.recurs && (
            <span className="inline-flex items-center gap-1">
              <Repeat aria-hidden size={14} />
              Repeats
            </span>
          )}
        </p>
      </div>
      <PhaseBadge phase={phase} />
      {canJoin && (
        <Link
          to="/m/$code"
          params={{ code }}
          aria-label={`Join ${title}`}
          className="relative inline-flex min-h-10 items-center rounded-xl border border-line bg-surface px-4 font-medium text-sm hover:bg-sunken"
        >
          Join
        </Link>
      )}
    </li>
  );
}
