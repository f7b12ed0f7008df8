import { useRef } from 'react';
import type { SharedMeeting as Shared } from '../../../../lib/shares.ts';
import { Brand } from '../../ui/Brand.tsx';
import { formatDay, formatSpan } from '../meetings/format-when.ts';
import { SharedRecordings } from './SharedRecordings.tsx';
import { SharedSummary } from './SharedSummary.tsx';
import { SharedTranscript } from './SharedTranscript.tsx';

/** What a link shows, to read and to hear and for nothing else. */
export function SharedMeeting({ shared }: { shared: Shared }) {
  const { meeting, people, transcript, recordings, sharedBy, expiresAtMs } = shared;
  const { startedAtMs, endedAtMs } = meeting;
  const nowMs = Date.now();
  const players = useRef(new Map<string, HTMLAudioElement>());
  const onPlayAt = (ms: number) => {
    const recording = recordings?.find(
      ({ startMs, durationMs }) => ms >= startMs && ms < startMs + durationMs,
    );
    const player = recording && players.current.get(recording.id);
    if (!player) return;
    player.currentTime = (ms - recording.startMs) / 1_000;
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
              {formatDay(startedAtMs, nowMs)}, <span className="tabular-nums">{formatSpan(when)}</span>
            </p>
          )}
          {people.length > 0 && (
            <p className="mt-1 text-ink-faint text-sm">
              With {new Intl.ListFormat('en-GB').format(people)} · AI participant {meeting.assistant}
            </p>
          )}
        </div>
        {recordings && <SharedRecordings recordings={recordings} players={players.current} />}
        {shared.tasks && <SharedSummary shared={shared} />}
        {transcript && (
          <SharedTranscript transcript={transcript} onPlayAt={recordings?.length ? onPlayAt : null} />
        )}
      </main>
    </div>
  );
}
