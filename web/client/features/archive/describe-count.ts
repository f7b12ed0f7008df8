import type { SearchAnswer } from '../../../../lib/archive-messages.ts';

/** How much was found, in a sentence. */
export function describeCount({ count, complete, matched }: SearchAnswer): string {
  const hits = count === 1 ? '1 hit' : `${count} hits`;
  const all = complete ? `${hits}.` : `${hits} in your newest meetings, and more before.`;
  return matched === 'any' ? `Nothing has all of these words. With some of them: ${all}` : all;
}
