import { lazy, type ReactNode } from 'react';
import { describeRecurrence } from '../../../../lib/describe-recurrence.ts';
import type { MeetingDetails } from '../../../../lib/planning.ts';
import { Avatar } from '../../ui/Avatar.tsx';
import { LazyPart } from '../../ui/LazyPart.tsx';
import { formatDay, formatLength, formatSpan } from '../meetings/format-when.ts';

const BreakoutLinks = lazy(async () => ({
  default: (await import('../meetings/BreakoutLinks.tsx')).BreakoutLinks,
}));

/** Faces that are shown; the others are counted. */
const most = 5;

/** Which meeting it was, when, and with whom. */
export function AfterHeader({ details, actions }: { details: MeetingDetails; actions?: ReactNode }) {
  const { meeting, people } = details;
  const { startedAtMs, endedAtMs, recurrence } = meeting;
  const length = startedAtMs && endedAtMs ? formatLength(endedAtMs - startedAtMs) : null;
  return (
    <div className="flex flex-wrap items-start justify-between gap-x-8 gap-y-4">
      <div className="min-w-0">
        <h1 className="break-words font-semibold text-2xl tracking-tight sm:text-3xl">{meeting.title}</h1>
        <p className="mt-1.5 text-ink-soft">
          {formatDay(meeting.atMs, Date.now())}, <span className="tabular-nums">{formatSpan(meeting)}</span>
          {length && ` · ${length}`}
          {recurrence && ` · ${describeRecurrence(recurrence)}`}
        </p>
        <div className="mt-3 flex items-center gap-3 text-ink-soft text-sm">
          <span className="flex -space-x-1">
            {people.slice(0, most).map(({ id, name }) => (
              <Avatar key={id} name={name} seed={id} className="size-7 text-[0.65rem] ring-2 ring-canvas" />
            ))}
          </span>
          <span className="min-w-0">{listNames(people.map(({ name }) => name))}</span>
        </div>
        {(details.main || details.breakouts.length > 0) && (
          <LazyPart failed={null}>
            <BreakoutLinks details={details} />
          </LazyPart>
        )}
      </div>
      {actions && <div className="flex flex-wrap gap-3">{actions}</div>}
    </div>
  );
}

function listNames(names: readonly string[]): string {
  if (names.length === 0) return 'Nobody was let in.';
  const shown =
    names.length > most ? [...names.slice(0, most - 1), `${names.length - most + 1} more`] : names;
  return new Intl.ListFormat('en-GB').format(shown);
}
