import type { RecorderKind } from '../../lib/recording-messages.ts';
import type { WebContext } from '../context.ts';
import { createEgressRecorder } from './egress/egress-recorder.ts';
import type { Recorder } from './recorder.ts';
import { createRtcRecorder } from './rtc-recorder.ts';

const makers = { rtc: createRtcRecorder, egress: createEgressRecorder };

/** Recordings stay with the recorder that they began with, whatever the configuration says by now. */
export function recorderOf(context: WebContext, kind: RecorderKind): Recorder {
  return makers[kind](context);
}
