import type { Citation } from '../../../../lib/archive-messages.ts';
import type { Statement } from './exchanges.ts';

/** Every line that an answer cites, once, by its number. */
export function listSources(statements: readonly Statement[]): Citation[] {
  const sources = new Map<number, Citation>();
  for (const citation of statements.flatMap(({ citations }) => citations))
    sources.set(citation.number, citation);
  return [...sources.values()].sort((a, b) => a.number - b.number);
}
