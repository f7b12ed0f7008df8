import type { LineRef } from '../../lib/assistant-messages.ts';
import { formatTime } from '../../lib/format-time.ts';
import type { ExportedLine } from '../../lib/meeting-export.ts';

/** Gives the times of lines, in order and each once: `0:42, 1:10`. Lines that are not there are left out. */
export function createCitedTimes(lines: readonly ExportedLine[]): (refs: readonly LineRef[]) => string {
  const startOf = new Map(lines.map(({ epoch, seq, startMs }) => [`${epoch}.${seq}`, startMs]));
  return (refs) => {
    const starts = refs.flatMap(({ epoch, seq }) => startOf.get(`${epoch}.${seq}`) ?? []);
    return [...new Set(starts.toSorted((a, b) => a - b).map(formatTime))].join(', ');
  };
}
