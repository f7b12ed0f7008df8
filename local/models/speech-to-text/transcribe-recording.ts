import type { Wav } from '../audio/wav.ts';
import type { ModelThread } from '../threads/model-thread.ts';
import { maxPieceSeconds } from './moonshine.ts';
import type { Stretch, StretchText } from './transcriber.ts';

export interface TranscriptSegment {
  startSeconds: number;
  endSeconds: number;
  text: string;
}

/**
 * Text of a recording of any length, stretch by stretch: each is a job of its own, so other callers get their
 * turn in between, and nothing more is queued once the signal fires.
 */
export async function* transcribeRecording(
  wav: Wav,
  thread: ModelThread<Stretch, StretchText>,
  { caller, signal }: { caller: string; signal: AbortSignal },
): AsyncGenerator<TranscriptSegment> {
  const { data, frames, ...format } = wav;
  const frameBytes = (format.channels * format.bits) / 8;
  const stretchFrames = maxPieceSeconds * format.sampleRate;
  for (let from = 0; from < frames; ) {
    const to = Math.min(frames, from + stretchFrames);
    const copy = data.slice(from * frameBytes, to * frameBytes);
    const stretch: Stretch = { format, data: copy, isLast: to === frames };
    const heard = await thread.run(stretch, { caller, signal, transfer: [copy.buffer] });
    const at = from / format.sampleRate;
    if (heard.text !== '') {
      yield { startSeconds: at + heard.startSeconds, endSeconds: at + heard.endSeconds, text: heard.text };
    }
    from += Math.max(1, heard.resumeAtFrame);
  }
}
