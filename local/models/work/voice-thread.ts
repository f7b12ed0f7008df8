/** The thread of speech; the voice is loaded when it is first asked for. */
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
  const voice = once(() => loadVoice(paths.voice));
  return async ({ sentence, speed }) => {
    const { speak } = await voice();
    return encodePcm16(await speak(sentence, speed));
  };
});

/** Loads at the first call; a load that failed is tried again by the next. */
function once<T>(load: () => Promise<T>): () => Promise<T> {
  let loading: Promise<T> | null = null;
  return () => {
    loading ??= load().catch((error) => {
      loading = null;
      throw error;
    });
    return loading;
  };
}
