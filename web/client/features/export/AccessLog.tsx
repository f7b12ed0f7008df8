import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { AccessEvent } from '../../../../lib/access-log.ts';
import { Spinner } from '../../ui/Spinner.tsx';
import { listAccess } from '../api/keeping.ts';
import { Card } from '../meetings/Card.tsx';
import { formatClock, formatDay } from '../meetings/format-when.ts';

const shownAtFirst = 5;

/** For the host of a meeting that is over: who read, exported and shared it. */
export function AccessLog({ meetingId }: { meetingId: string }) {
  const [whole, setWhole] = useState(false);
  const { data, error } = useQuery({
    queryKey: ['meetings', 'access-log', meetingId],
    queryFn: ({ signal }) => listAccess(meetingId, signal),
  });
  const nowMs = Date.now();
  const entries = whole ? data : data?.slice(0, shownAtFirst);
  return (
    <Card title="Who has seen it">
      {!data && !error && <Spinner />}
      {error && (
        <p role="alert" className="px-5 py-4 text-danger text-sm">
          {error.message}
        </p>
      )}
      {entries?.length === 0 && <p className="px-5 py-4 text-ink-faint text-sm">Nobody yet.</p>}
      <ul className="divide-y divide-line">
        {entries?.map(({ id, name, event, note, atMs }) => (
          <li key={id} className="px-5 py-2.5 text-sm">
            <p className="break-words">
              <span className="font-medium">{name}</span> {verbs[event]}
              {note !== '' && <span className="text-ink-soft">: {note}</span>}
            </p>
            <p className="text-ink-faint tabular-nums">
              {formatDay(atMs, nowMs)}, {formatClock(atMs)}
            </p>
          </li>
        ))}
      </ul>
      {data && data.length > shownAtFirst && (
        <button
          type="button"
          aria-expanded={whole}
          onClick={() => setWhole(!whole)}
          className="min-h-11 w-full border-line border-t px-5 text-left text-ink-soft text-sm hover:bg-sunken"
        >
          {whole ? 'Show the newest' : `Show all ${data.length}`}
        </button>
      )}
    </Card>
  );
}

const verbs: Record<AccessEvent, string> = {
  read: 'read the meeting',
  heard: 'opened the recording',
  watched: 'opened the video of the recording',
  exported: 'exported it',
  shared: 'shared it by link',
  unshared: 'withdrew a link',
  kept: 'changed how long it is kept',
  allowed: 'let somebody see it',
  refused: 'did not let somebody see it',
  disallowed: 'lets somebody see it no more',
};
