/** The local model server: speech to text, speech, embeddings and the chat of rules behind OpenAI's HTTP interface. */
import type { Logger } from '../../lib/logger.ts';
import { startServer } from '../../lib/server.ts';
import { fetchModels, type ModelPaths } from './fetch-models.ts';
import { createApp } from './http/app.ts';
import type { SpeechThread } from './http/transcriptions.ts';
import { createModelThread, type ModelThread } from './threads/model-thread.ts';
import type { TextJob, TextResult } from './threads/text-thread.ts';
import type { VoiceJob, VoiceResult } from './threads/voice-thread.ts';

export interface ModelServerOptions {
  /** Loopback unless the server has a container of its own. */
  host?: string;
  /** 0 takes a free port. */
  port: number;
  /** Weights that are missing here are fetched first. */
  modelsFolder: string;
  logger: Logger;
  /** Gives up starting; a server that has started is stopped by disposing it. */
  signal?: AbortSignal;
}

export interface ModelServer extends AsyncDisposable {
  /** For OpenAI clients: `http://127.0.0.1:PORT/v1`. */
  url: string;
}

/**
 * Resolves when all but the voice is loaded; `GET /health` answers 503 before. Throws when the port is taken
 * or the weights cannot be had.
 */
export async function startModelServer(options: ModelServerOptions): Promise<ModelServer> {
  await using started = new AsyncDisposableStack();
  const { logger, signal, host = '127.0.0.1', port } = options;
  const paths = await fetchModels({
    folder: options.modelsFolder,
    signal,
    onProgress: (progress) => logger.info(progress, 'fetching weights'),
  });
  const base = createSpeechThread('moonshine-base', paths, logger);
  const tiny = createSpeechThread('moonshine-tiny', paths, logger);
  const voice = createVoiceThread(paths, logger);
  const text = createTextThread(paths, logger);
  const server = started.use(
    await startServer(createApp({ base, tiny, voice, text, logger }), { host, port }),
  );
  // Before the server, so that requests under way are answered at once.
  started.defer(async () => {
    await Promise.all([base, tiny, voice, text].map((thread) => thread[Symbol.asyncDispose]()));
  });
  await Promise.race([Promise.all([base, tiny, text].map((thread) => thread.start())), aborted(signal)]);
  // In the background: what is said can be written down before anything is answered.
  void voice.start().catch((error) => logger.warn({ err: error }, 'the voice is not loaded yet'));
  const running = started.move();
  return { url: `${server.url}/v1`, [Symbol.asyncDispose]: () => running.disposeAsync() };
}

/** Rejects when the signal fires; never resolves. */
async function aborted(signal: AbortSignal | undefined): Promise<never> {
  signal?.throwIfAborted();
  return new Promise((_, reject) => {
    signal?.addEventListener('abort', () => reject(signal.reason), { once: true });
  });
}

function createSpeechThread(
  name: 'moonshine-base' | 'moonshine-tiny',
  paths: ModelPaths,
  logger: Logger,
): SpeechThread {
  return createModelThread({
    name,
    entry: new URL('speech-to-text/thread.ts', import.meta.url),
    workerData: {
      ...(name === 'moonshine-base' ? paths.base : paths.tiny),
      voiceActivity: paths.voiceActivity,
    },
    logger,
  });
}

function createVoiceThread(paths: ModelPaths, logger: Logger): ModelThread<VoiceJob, VoiceResult> {
  const entry = new URL('threads/voice-thread.ts', import.meta.url);
  return createModelThread({ name: 'voice', entry, workerData: paths, logger });
}

function createTextThread(paths: ModelPaths, logger: Logger): ModelThread<TextJob, TextResult> {
  const entry = new URL('threads/text-thread.ts', import.meta.url);
  return createModelThread({ name: 'text', entry, workerData: paths, logger });
}
