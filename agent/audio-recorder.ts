/**
 * The recorder process, for installations without LiveKit Egress: a hidden participant in each meeting that is
 * being recorded, one Ogg/Opus file per person in a folder that functions can read.
 */
import { readConfig } from '../lib/config.ts';
import { runProcess } from '../lib/run-process.ts';
import { runRecorder } from './recording/recorder.ts';

await runProcess('recorder', (signal, env) => runRecorder(readConfig(env, ['livekit']), signal));
