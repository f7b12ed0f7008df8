import type { SharedMeeting } from '../../../../lib/shares.ts';
import { formatTime } from '../captions/format-time.ts';
import { Card } from '../meetings/Card.tsx';
import { formatLength } from '../meetings/format-when.ts';

interface SharedPicturesProps {
  pictures: NonNullable<SharedMeeting['pictures']>;
  /** Filled with the players, by the id of their picture. */
  players: Map<string, HTMLMediaElement>;
}

export function SharedPictures({ pictures, players }: SharedPicturesProps) {
  return (
    <Card title="Video">
      {pictures.length === 0 && <p className="px-5 py-4 text-ink-faint text-sm">There is no video.</p>}
      <ul className="divide-y divide-line">
        {pictures.map(({ id, url, startMs, durationMs }) => (
          <li key={id} className="px-5 py-4">
            {/* biome-ignore lint/a11y/useMediaCaption: the transcript is below where it was shared */}
            <video
              controls
              playsInline
              // As with the sound: only who plays it has opened it.
              preload="none"
              src={url}
              aria-label={`Video from ${formatTime(startMs)} on`}
              className="aspect-video w-full rounded-xl bg-black"
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
