import { classNames } from '../../ui/class-names.ts';
import type { SpokenItem } from './transcript-items.ts';

/** What is being said, over the stage. Long utterances show their newest two lines. */
export function CaptionOverlay({ captions }: { captions: readonly SpokenItem[] }) {
  return (
    <div className="pointer-events-none absolute inset-x-0 bottom-5 flex justify-center px-4">
      <ul
        aria-hidden
        data-testid="captions"
        className={classNames(
          'flex w-full max-w-3xl flex-col gap-1.5 rounded-2xl bg-black/80 px-4 py-3 text-white sm:px-5',
          captions.length === 0 && 'hidden',
        )}
      >
        {captions.map((caption) => (
          <li
            key={caption.key}
            className="grid grid-cols-[minmax(3.5rem,max-content)_1fr] gap-x-3 text-[1.0625rem] leading-snug"
          >
            <span className="max-w-28 truncate pt-px font-semibold text-sm text-white/70 leading-6">
              {caption.speakerName}
            </span>
            <span className="flex max-h-[2.75em] flex-col justify-end overflow-hidden">
              <span className={classNames('transition-opacity', caption.kind !== 'speech' && 'opacity-75')}>
                {caption.kind === 'unheard' ? `(${caption.text})` : caption.text}
              </span>
            </span>
          </li>
        ))}
      </ul>
    </div>
  );
}
