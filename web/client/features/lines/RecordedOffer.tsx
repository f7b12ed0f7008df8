import { lazy } from 'react';
import type { LineView } from '../../../../lib/line-messages.ts';
import { LazyPart } from '../../ui/LazyPart.tsx';

const RecordedWords = lazy(async () => ({ default: (await import('./RecordedWords.tsx')).RecordedWords }));

/** Where a recording says something else than the person who corrected the line. */
export function RecordedOffer({ line }: { line: LineView }) {
  const { source, recordedText, text } = line;
  if (source !== 'person' || recordedText === null || recordedText === text) return null;
  return (
    <LazyPart>
      <RecordedWords line={line} />
    </LazyPart>
  );
}
