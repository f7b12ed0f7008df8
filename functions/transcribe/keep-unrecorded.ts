import { alignWords } from '../../lib/align-words.ts';
import { plainWord } from './plain-word.ts';

/** Whether words began before the recording did, or went on when it was over. */
export interface Cut {
  start: boolean;
  end: boolean;
}

/**
 * The words of a recording, with those heard live that lie before its first or behind its last sample: a recording
 * that begins in the middle of a sentence must not take its first words away. Half a word at the cut is dropped.
 */
export function keepUnrecorded(live: readonly string[], recorded: readonly string[], cut: Cut): string[] {
  if (!cut.start && !cut.end) return [...recorded];
  const { steps } = alignWords(live.map(plainWord), recorded.map(plainWord));
  const matches = steps.filter(({ kind }) => kind === 'match');
  const [first, last] = [matches[0], matches.at(-1)];
  // Nothing in common but a fragment: what was heard live is more.
  if (!first || !last) return [...live];
  const head = cut.start ? before(first) : { live: 0, recorded: 0 };
  const tail = cut.end ? behind(last) : { live: live.length, recorded: recorded.length };
  return [
    ...live.slice(0, head.live),
    ...recorded.slice(head.recorded, tail.recorded),
    ...live.slice(tail.live),
  ];
}

type Match = ReturnType<typeof alignWords>['steps'][number];

/** Where both have read the first word that they share; the live one counts, with its letter case. */
function before({ reference, hypothesis }: Match) {
  const isFirst = reference[0] === 0;
  return isFirst
    ? { live: 0, recorded: 0 }
    : { live: (reference.at(-1) ?? 0) + 1, recorded: (hypothesis.at(-1) ?? 0) + 1 };
}

function behind({ reference, hypothesis }: Match) {
  return { live: (reference.at(-1) ?? 0) + 1, recorded: (hypothesis.at(-1) ?? 0) + 1 };
}
