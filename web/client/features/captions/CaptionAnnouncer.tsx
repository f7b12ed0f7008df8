import { isAgentSpeaker } from './is-agent-speaker.ts';
import type { TranscriptStore } from './transcript-store.ts';
import { useCaptions } from './useTranscriptItems.ts';

/** Reads settled captions to a screen reader; interim text would be read again with every word. */
export function CaptionAnnouncer({ store }: { store: TranscriptStore }) {
  const captions = useCaptions(store);
  return (
    <div role="log" aria-label="Live captions" aria-live="polite" className="sr-only">
      {captions
        .filter((caption) => caption.kind !== 'interim')
        .map((caption) => (
          <p key={caption.key}>
            {caption.speakerName}
            {isAgentSpeaker(caption.speaker) && ' (AI)'}: {caption.text}
          </p>
        ))}
    </div>
  );
}
