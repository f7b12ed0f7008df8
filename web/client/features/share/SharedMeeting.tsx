import { useRef } from 'react';
import type { SharedMeeting as Shared } from '../../../../lib/shares.ts';
import { Brand } from '../../ui/Brand.tsx';
import { describeLength } from '../captions/format-time.ts';
import { formatClock, formatDay, formatSpan } from '../meetings/format-when.ts';
import { SharedPlayers } from './SharedPlayers.tsx';
import { SharedSummary } from './SharedSummary.tsx';
import { SharedTranscript } from './SharedTranscript.tsx';

/** What a link shows, to read and to hear and for nothing else. */
export function SharedMeeting({ shared }: { shared: Shared }) {
  const { meeting, people, transcript, recordings, pictures, sharedBy, expiresAtMs, isPart } = shared;
  const { startedAtMs, endedAtMs } = meeting;
  const nowMs = Date.now();
  const players = useRef(new Map<string, HTMLMediaElement>());
  // The picture has the sound in it; the sound may have more than the picture.
  const media = [...(pictures ?? []), ...(recordings ?? [])];
  const onPlayAt = (ms: number) => {
    const found = media.find(({ startMs, durationMs }) => ms >= startMs && ms < startMs + durationMs);
    const player = found && players.current.get(found.id);
    if (!player) return;
    for (const other of players.current.values()) if (other !== player) other.pause();
    player.currentTime = (ms - found.startMs) / 1_000;
    void player.play();
  };
  const when = {
    startedAtMs,
    endedAtMs,
    scheduledAtMs: null,
    durationMinutes: null,
    atMs: startedAtMs ?? nowMs,
  };
  return (
    <div className="min-h-full">
      <header className="mx-auto flex max-w-3xl flex-wrap items-center justify-between gap-x-6 gap-y-2 px-5 py-4 sm:px-8">
        <Brand />
        <p className="text-ink-faint text-sm">
          Shared by {sharedBy} · open until {formatDay(expiresAtMs, nowMs)}
        </p>
      </header>
      <main className="mx-auto flex max-w-3xl flex-col gap-6 px-5 pt-4 pb-16 sm:px-8">
        <div>
          <h1 className="break-words font-semibold text-3xl tracking-tight">{meeting.title}</h1>
          {startedAtMs !== null && (
            <p className="mt-1.5 text-ink-soft">
              {isPart &&
                `A part of the meeting, ${describeLength((endedAtMs ?? startedAtMs) - startedAtMs)} · `}
              {formatDay(startedAtMs, nowMs)},{' '}
              <span className="tabular-nums">{isPart ? formatClock(startedAtMs) : formatSpan(when)}</span>
            </p>
          )}
          {people.length > 0 && (
            <p className="mt-1 text-ink-faint text-sm">
              With {new Intl.ListFormat('en-GB').format(people)} · AI participant {meeting.assistant}
            </p>
          )}
        </div>
        {pictures && <SharedPlayers kind="video" stretches={pictures} players={players.current} />}
        {recordings && <SharedPlayers kind="audio" stretches={recordings} players={players.current} />}
        {shared.tasks && <SharedSummary shared={shared} />}
        {transcript && (
          <SharedTranscript transcript={transcript} onPlayAt={media.length > 0 ? onPlayAt : null} />
        )}
      </main>
    </div>
  );
}
