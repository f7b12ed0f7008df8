import { isAgentSpeaker } from './is-agent-speaker.ts';
import type { SpokenItem } from './transcript-items.ts';

/** Reads settled captions to a screen reader; interim text would be read again with every word. */
export function CaptionAnnouncer({ captions }: { captions: readonly SpokenItem[] }) {
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
