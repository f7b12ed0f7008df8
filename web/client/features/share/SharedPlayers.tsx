import type { ComponentProps } from 'react';
import { formatTime } from '../captions/format-time.ts';
import { Card } from '../meetings/Card.tsx';
import { formatLength } from '../meetings/format-when.ts';

/** A stretch that was recorded, and where it is. */
interface Stretch {
  id: string;
  url: string;
  /** Milliseconds of the meeting. */
  startMs: number;
  durationMs: number;
}

interface SharedPlayersProps {
  kind: 'audio' | 'video';
  stretches: readonly Stretch[];
  /** Filled with the players, by the id of what they play. */
  players: Map<string, HTMLMediaElement>;
}

const words = {
  audio: { title: 'Recording', none: 'Nothing was recorded.', label: 'From' },
  video: { title: 'Video', none: 'There is no video.', label: 'Video from' },
};

/** Sound or pictures of a shared meeting, a player for each stretch. */
export function SharedPlayers({ kind, stretches, players }: SharedPlayersProps) {
  const { title, none, label } = words[kind];
  return (
    <Card title={title}>
      {stretches.length === 0 && <p className="px-5 py-4 text-ink-faint text-sm">{none}</p>}
      <ul className="divide-y divide-line">
        {stretches.map(({ id, url, startMs, durationMs }) => (
          <li key={id} className="px-5 py-4">
            <Media
              kind={kind}
              src={url}
              aria-label={`${label} ${formatTime(startMs)} on`}
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

interface MediaProps extends Pick<ComponentProps<'video'>, 'src' | 'aria-label'> {
  kind: 'audio' | 'video';
  ref(player: HTMLMediaElement | null): void;
}

/** No captions: the transcript is below where it was shared. Whoever only reads has opened nothing, says the access log. */
function Media({ kind, ...rest }: MediaProps) {
  const props = { ...rest, controls: true, preload: 'none' } as const;
  return kind === 'video' ? (
    <video {...props} playsInline className="aspect-video w-full rounded-xl bg-black" />
  ) : (
    <audio {...props} className="h-10 w-full" />
  );
}
