import { AudioLines } from 'lucide-react';
import { useId } from 'react';

interface NoticeConsentProps {
  personaName: string;
  accepted: boolean;
  /** Points at the box after someone tried to join without it. */
  missing: boolean;
  onChange(accepted: boolean): void;
}

/** Version 3 of the notice (`noticeVersion` in lib/messages.ts): a new text needs a new version. */
export function NoticeConsent({ personaName, accepted, missing, onChange }: NoticeConsentProps) {
  const id = useId();
  return (
    <section aria-labelledby={`${id}-title`} className="rounded-2xl bg-accent-soft p-4">
      <h2 id={`${id}-title`} className="flex items-center gap-2 font-semibold">
        <AudioLines aria-hidden size={18} className="text-accent" />
        {personaName} is an AI participant
      </h2>
      <p className="mt-1.5 text-ink-soft text-sm leading-relaxed">
        It listens to everyone who joins, writes down what is said as live captions, and keeps the transcript
        with this meeting. It is always shown as AI. A host may also record the sound and, where this is set
        up, the picture. Everyone is shown that while it lasts.
      </p>
      <label htmlFor={`${id}-box`} className="mt-3 flex items-start gap-3 text-sm">
        <input
          id={`${id}-box`}
          type="checkbox"
          checked={accepted}
          aria-invalid={missing || undefined}
          aria-describedby={missing ? `${id}-missing` : undefined}
          onChange={(event) => onChange(event.target.checked)}
          className="mt-0.5 size-5 shrink-0 accent-accent"
        />
        <span className="font-medium">
          I agree that {personaName} listens and writes down what I say, and that a host may record sound and
          picture
        </span>
      </label>
      {missing && (
        <p id={`${id}-missing`} role="alert" className="mt-2 text-danger text-sm">
          You can join once you agree.
        </p>
      )}
    </section>
  );
}
