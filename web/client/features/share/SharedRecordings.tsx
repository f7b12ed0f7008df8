import type { SharedMeeting } from '../../../../lib/shares.ts';
import { formatTime } from '../captions/format-time.ts';
import { Card } from '../meetings/Card.tsx';
import { formatLength } from '../meetings/format-when.ts';

interface SharedRecordingsProps {
  recordings: NonNullable<SharedMeeting['recordings']>;
  /** Filled with the players, by the id of their recording. */
  players: Map<string, HTMLMediaElement>;
}

export function SharedRecordings({ recordings, players }: SharedRecordingsProps) {
  return (
    <Card title="Recording">
      {recordings.length === 0 && <p className="px-5 py-4 text-ink-faint text-sm">Nothing was recorded.</p>}
      <ul className="divide-y divide-line">
        {recordings.map(({ id, url, startMs, durationMs }) => (
          <li key={id} className="px-5 py-4">
            {/* biome-ignore lint/a11y/useMediaCaption: the transcript is below where it was shared */}
            <audio
              controls
              // Whoever only reads has not opened the recording: the access log says who did.
              preload="none"
              src={url}
              aria-label={`From ${formatTime(startMs)} on`}
              className="h-10 w-full"
              ref={(player) => {
                if (player) players.set(id, player);
                else players.delete(id);
              }}
            />
            <p className="mt-2 text-ink-faint text-sm tabular-nums">
              From {formatTime(startMs)}, {formatLength(durationMs)}
            </p>
          </li>
        ))}
      </ul>
    </Card>
  );
}
