/** The thread of what is needed now and then: speech and embeddings, each loaded when it is first asked for. */
import { workerData } from 'node:worker_threads';
import { encodePcm16 } from '../audio/wav.ts';
import { type Embedding, loadEmbedder } from '../embeddings/embedder.ts';
import type { ModelPaths } from '../fetch-models.ts';
import { loadVoice } from '../text-to-speech/voice.ts';
import { serveJobs } from './serve-jobs.ts';

export type VoiceJob =
  | { kind: 'speak'; sentence: string; speed: number }
  | { kind: 'embed'; texts: string[] };

export type VoiceResult =
  /** 16-bit little-endian mono PCM at `voiceRate`. */
  { kind: 'speak'; pcm: Uint8Array<ArrayBuffer> } | { kind: 'embed'; embeddings: Embedding[] };

await serveJobs<VoiceJob, VoiceResult>(async () => {
  const paths: ModelPaths = workerData;
  const voice = once(() => loadVoice(paths.voice));
  const embedder = once(() => loadEmbedder(paths.embeddings));
  return async (job) => {
    switch (job.kind) {
      case 'speak': {
        const { speak } = await voice();
        return { kind: 'speak', pcm: encodePcm16(await speak(job.sentence, job.speed)) };
      }
      case 'embed': {
        const { embed } = await embedder();
        const embeddings: Embedding[] = [];
        for (const text of job.texts) embeddings.push(await embed(text));
        return { kind: 'embed', embeddings };
      }
    }
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
