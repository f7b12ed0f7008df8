import { Video } from 'lucide-react';
import type { RecordingView } from '../../../../lib/recording-messages.ts';
import { formatTime } from '../captions/format-time.ts';

/** The picture of a recording to take along, or why there is none. Nothing where only the sound was recorded. */
export function PictureFiles({ recording: { picture, status } }: { recording: RecordingView }) {
  if (!picture) return null;
  const isOver = status === 'complete' || status === 'failed';
  return (
    <div className="text-ink-soft">
      {picture.making && isOver && <p role="status">The video is being prepared.</p>}
      <ul className="flex flex-col gap-1">
        {picture.parts.map(({ id, startMs, durationMs, problem, url }) => (
          <li key={id}>
            {url !== null && (
              <a
                href={url}
                download
                className="-mx-2 flex items-center gap-3 rounded-lg px-2 py-1.5 hover:bg-sunken"
              >
                <Video aria-hidden size={16} className="shrink-0" />
                <span className="min-w-0 flex-1 truncate text-ink">Video from {formatTime(startMs)}</span>
                <span className="shrink-0 tabular-nums">{formatTime(durationMs)}</span>
              </a>
            )}
            {problem !== '' && <p>{describeProblem({ url, problem })}</p>}
          </li>
        ))}
      </ul>
    </div>
  );
}

/** Nobody has to fear for the sound. */
export function describeProblem({ url, problem }: { url: string | null; problem: string }): string {
  const what = url === null ? 'A part of the picture is missing.' : 'The picture is not complete.';
  return `${what} ${problem} The sound is not affected.`;
}
