import { AiBadge } from '../../ui/AiBadge.tsx';
import { classNames } from '../../ui/class-names.ts';
import { isAgentSpeaker } from './is-agent-speaker.ts';
import type { SpokenItem } from './transcript-items.ts';

interface LiveCaptionsProps {
  captions: readonly SpokenItem[];
  /** Says what will be here, until something was said. */
  hint: string | null;
}

/**
 * What is being said. The height is fixed, so that nothing on the page moves with the words; newest words are at the
 * end, and long utterances show their end.
 */
export function LiveCaptions({ captions, hint }: LiveCaptionsProps) {
  return (
    <div className="flex h-30 min-w-0 short:h-14 shrink-0 flex-col justify-end overflow-hidden sm:flex-1">
      {hint && <p className="text-ink-faint">{hint}</p>}
      <ul
        aria-hidden
        data-testid="captions"
        className="flex flex-col gap-1 sm:grid sm:grid-cols-[fit-content(9rem)_1fr] sm:gap-x-4"
      >
        {captions.map((caption) => (
          <li
            key={caption.key}
            data-kind={caption.kind}
            className="text-[1.0625rem] leading-[1.4] sm:col-span-2 sm:grid sm:grid-cols-subgrid sm:text-lg"
          >
            <span className="mr-2 inline-flex items-center gap-1.5 font-semibold text-[0.9375rem] text-accent sm:mr-0 sm:leading-[1.6875]">
              <span className="truncate">{caption.speakerName}</span>
              {isAgentSpeaker(caption.speaker) && <AiBadge />}
            </span>
            <span
              className={classNames(
                'transition-colors duration-200',
                caption.kind === 'interim' && 'text-ink-faint',
                caption.kind === 'unheard' && 'text-warn italic',
              )}
            >
              {caption.text}
            </span>
          </li>
        ))}
      </ul>
    </div>
  );
}
