import { isAgentSpeaker } from './is-agent-speaker.ts';
import type { TranscriptStore } from './transcript-store.ts';
import { useRecentLines } from './useTranscriptItems.ts';

/** Reads every settled line to a screen reader; interim text would be read again with every word. */
export function CaptionAnnouncer({ store }: { store: TranscriptStore }) {
  const lines = useRecentLines(store);
  return (
    <div role="log" aria-label="Live captions" aria-live="polite" className="sr-only">
      {lines
        .filter((line) => line.kind !== 'interim')
        .map((line) => (
          <p key={line.key}>
            {line.speakerName}
            {isAgentSpeaker(line.speaker) && ' (AI)'}: {line.text}
          </p>
        ))}
    </div>
  );
}
