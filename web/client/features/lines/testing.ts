/** Builders for tests of the transcript after a meeting. */
import type { LineView } from '../../../../lib/line-messages.ts';

export function buildLineView(change: Partial<LineView> = {}): LineView {
  const { epoch = 1, seq = 1 } = change;
  const text = change.text ?? `line ${epoch}.${seq}`;
  return {
    epoch,
    seq,
    kind: 'speech',
    speaker: 'par_ana',
    speakerName: 'Ana',
    heardAs: null,
    renamed: null,
    startMs: seq * 1_000,
    endMs: seq * 1_000 + 900,
    text,
    source: 'live',
    liveText: text,
    recordedText: null,
    ...change,
  };
}
