import { Fragment } from 'react';
import { classNames } from '../../ui/class-names.ts';
import type { Found } from './find-words.ts';

interface MatchedTextProps {
  text: string;
  /** In order; of this text. */
  found: readonly Found[];
  /** The one that is looked at. */
  current: Found | null;
}

/** A text with what was searched for marked in it. */
export function MatchedText({ text, found, current }: MatchedTextProps) {
  if (found.length === 0) return text;
  return (
    <>
      {found.map((each, index) => (
        <Fragment key={each.start}>
          {text.slice(found[index - 1]?.end ?? 0, each.start)}
          <mark
            className={classNames(
              'rounded-sm',
              each === current ? 'bg-accent text-on-accent' : 'bg-warn-soft text-inherit',
            )}
          >
            {text.slice(each.start, each.end)}
          </mark>
        </Fragment>
      ))}
      {text.slice(found.at(-1)?.end ?? 0)}
    </>
  );
}
