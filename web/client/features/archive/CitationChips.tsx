import { Link } from '@tanstack/react-router';
import type { Citation } from '../../../../lib/archive-messages.ts';
import { formatTime } from '../../../../lib/format-time.ts';
import { writeLineRef } from '../../../../lib/line-messages.ts';

/** The lines of a statement; each leads to the second at which it was said. */
export function CitationChips({ citations }: { citations: readonly Citation[] }) {
  return citations.map(({ number, meetingId, title, line, startMs, speaker, text }) => (
    <Link
      key={number}
      to="/meetings/$id"
      params={{ id: meetingId }}
      search={{ line: writeLineRef(line) }}
      title={`${speaker}, ${formatTime(startMs)}: ${text}`}
      aria-label={`Source ${number}: ${speaker} in ${title} at ${formatTime(startMs)}`}
      className="ml-1 inline-flex h-6 min-w-6 items-center justify-center rounded-md bg-accent-soft px-1.5 align-text-bottom font-semibold text-accent text-xs hover:bg-accent hover:text-on-accent"
    >
      {number}
    </Link>
  ));
}
