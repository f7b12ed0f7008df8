import type { RecorderKind } from '../../lib/recording-messages.ts';
import type { WebContext } from '../context.ts';
import type { Recorder } from './recorder.ts';
import { createRtcRecorder } from './rtc-recorder.ts';

/** Recordings stay with the recorder that they began with, whatever the configuration says by now. */
export function recorderOf(context: WebContext, _kind: RecorderKind): Recorder {
  return createRtcRecorder(context);
}
