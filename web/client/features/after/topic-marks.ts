import type { LineRef } from '../../../../lib/assistant-messages.ts';
import type { LineView } from '../../../../lib/line-messages.ts';
import type { Summary } from '../../../../lib/summary.ts';
import type { SeekMark } from '../player/SeekBar.tsx';

/** Where each topic came up first; topics whose lines are not there any more have no place. */
export function listMarks(
  topics: Summary['topics'],
  findLine: (ref: LineRef) => LineView | undefined,
): SeekMark[] {
  return topics.flatMap(({ title, lines }) => {
    const starts = lines.flatMap((ref) => findLine(ref)?.startMs ?? []);
    return starts.length === 0 ? [] : [{ title, ms: Math.min(...starts) }];
  });
}
