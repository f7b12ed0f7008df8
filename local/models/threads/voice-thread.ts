/** The thread of speech. */
import { workerData } from 'node:worker_threads';
import { encodePcm16 } from '../audio/wav.ts';
import type { ModelPaths } from '../fetch-models.ts';
import { loadVoice } from '../text-to-speech/voice.ts';
import { serveJobs } from './serve-jobs.ts';

export interface VoiceJob {
  sentence: string;
  speed: number;
}

/** 16-bit little-endian mono PCM at `voiceRate`. */
export type VoiceResult = Uint8Array<ArrayBuffer>;

await serveJobs<VoiceJob, VoiceResult>(async () => {
  const paths: ModelPaths = workerData;
  const { speak } = await loadVoice(paths.voice);
  return async ({ sentence, speed }) => encodePcm16(await speak(sentence, speed));
});
