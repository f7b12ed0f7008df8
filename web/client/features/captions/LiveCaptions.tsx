import { AiBadge } from '../../ui/AiBadge.tsx';
import { classNames } from '../../ui/class-names.ts';
import type { CaptionSize } from './caption-settings.ts';
import { isAgentSpeaker } from './is-agent-speaker.ts';
import type { SpokenItem } from './transcript-items.ts';

interface LiveCaptionsProps {
  captions: readonly SpokenItem[];
  /** Says what will be here, until something was said. */
  hint: string | null;
  size: CaptionSize;
  /** Over pictures of any colour, on a dark ground of their own. */
  over?: boolean;
}

const text: Record<CaptionSize, string> = {
  S: 'text-[0.9375rem]',
  M: 'text-[1.0625rem] sm:text-lg',
  L: 'text-xl sm:text-2xl',
  XL: 'text-2xl sm:text-[2rem]',
};

/** For about three lines: what a reader keeps up with, and more would be taken from the pictures. */
const heights: Record<CaptionSize, string> = {
  S: 'h-16 sm:h-18',
  M: 'h-19 sm:h-22',
  L: 'h-22 sm:h-28',
  XL: 'h-27 sm:h-36',
};

/**
 * What is being said. The height is fixed, so that nothing on the page moves with the words; newest words are at the
 * end, and long utterances show their end.
 */
export function LiveCaptions({ captions, hint, size, over = false }: LiveCaptionsProps) {
  if (over && captions.length === 0 && !hint) return null;
  return (
    <div
      className={classNames(
        'flex min-w-0 shrink-0 flex-col justify-end overflow-hidden',
        over
          ? 'pointer-events-none absolute inset-x-3 bottom-3 z-10 mx-auto max-h-[60%] w-fit max-w-3xl rounded-xl bg-black/80 px-4 py-2.5 text-white'
          : classNames(heights[size], 'short:h-14 sm:flex-1'),
      )}
    >
      {hint && <p className={over ? undefined : 'text-ink-soft'}>{hint}</p>}
      <ul
        aria-hidden
        data-testid="captions"
        className="flex flex-col gap-1 sm:grid sm:grid-cols-[fit-content(9rem)_1fr] sm:gap-x-4"
      >
        {captions.map((caption) => (
          <li
            key={caption.key}
            data-kind={caption.kind}
            className={classNames(
              'leading-[1.4] sm:col-span-2 sm:grid sm:grid-cols-subgrid sm:items-baseline',
              text[size],
            )}
          >
            <span
              className={classNames(
                'mr-2 inline-flex items-center gap-1.5 font-semibold text-[0.85em] sm:mr-0',
                over ? 'text-[#7be0d1]' : 'text-accent-hover',
              )}
            >
              <span className="truncate">{caption.speakerName}</span>
              {isAgentSpeaker(caption.speaker) && <AiBadge />}
            </span>
            <span
              className={classNames(
                'transition-colors duration-200',
                caption.kind === 'interim' && (over ? 'text-white/80' : 'text-ink-soft'),
                caption.kind === 'unheard' && (over ? 'text-[#f0c064] italic' : 'text-warn italic'),
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
