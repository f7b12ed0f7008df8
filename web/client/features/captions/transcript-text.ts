import { describeGap } from './describe-gap.ts';
import { formatTime } from './format-time.ts';
import type { TranscriptItem } from './transcript-items.ts';

/** What was said as plain text, a line each, with times and names. What is still being said is left out. */
export function transcriptText(items: readonly TranscriptItem[]): string {
  return items.flatMap(lineText).join('\n');
}

function lineText(item: TranscriptItem): string | [] {
  switch (item.kind) {
    case 'gap':
      return `(${describeGap(item)})`;
    case 'interim':
      return [];
    case 'unheard':
      return `${formatTime(item.startMs)} ${item.speakerName}: (not understood: ${item.text})`;
    case 'speech':
      return `${formatTime(item.startMs)} ${item.speakerName}: ${item.text}`;
    default:
      return item satisfies never;
  }
}
