import { Link } from '@tanstack/react-router';
import type { SearchHit } from '../../../../lib/archive-messages.ts';
import { formatTime } from '../../../../lib/format-time.ts';
import { kindWords } from './kind-words.ts';
import { MarkedText } from './MarkedText.tsx';

/** One hit; leads to the moment at which it was said. */
export function HitRow({ meetingId, hit }: { meetingId: string; hit: SearchHit }) {
  const { kind, text, marks, speaker, line, startMs } = hit;
  return (
    <li>
      <Link
        to="/meetings/$id"
        params={{ id: meetingId }}
        search={line ? { line: `${line.epoch}.${line.seq}` } : {}}
        className="grid grid-cols-[3.5rem_minmax(0,1fr)] gap-x-3 px-5 py-3 hover:bg-sunken focus-visible:-outline-offset-2"
      >
        <span className="pt-px text-ink-faint text-sm tabular-nums">
          {startMs === null ? '' : formatTime(startMs)}
        </span>
        <span className="min-w-0">
          <span className="block font-medium text-ink-soft text-sm">
            {kind === 'line' ? speaker : kindWords[kind]}
          </span>
          <span className="block break-words text-[0.9375rem] leading-relaxed">
            <MarkedText text={text} marks={marks} />
          </span>
        </span>
      </Link>
    </li>
  );
}
