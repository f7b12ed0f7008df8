/** The local model server: speech to text, speech and embeddings behind OpenAI's HTTP interface. */
import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { createAdaptorServer } from '@hono/node-server';
import type { Logger } from '../../lib/logger.ts';
import { fetchModels, type ModelPaths } from './fetch-models.ts';
import { createApp } from './http/app.ts';
import type { SpeechThread } from './http/transcriptions.ts';
import { createModelThread, type ModelThread } from './work/model-thread.ts';
import type { VoiceJob, VoiceResult } from './work/voice-thread.ts';

export interface ModelServerOptions {
  /** Loopback unless the server has a container of its own. */
  host?: string;
  /** 0 takes a free port. */
  port: number;
  /** Weights that are missing here are fetched first. */
  modelsFolder: string;
  logger: Logger;
}

export interface ModelServer extends AsyncDisposable {
  /** For OpenAI clients: `http://127.0.0.1:PORT/v1`. */
  url: string;
}

/**
 * Resolves when the speech models are loaded; `GET /health` answers 503 before. Throws when the port is taken
 * or the weights cannot be had.
 */
export async function startModelServer(options: ModelServerOptions): Promise<ModelServer> {
  await using started = new AsyncDisposableStack();
  const { logger } = options;
  const paths = await fetchModels({
    folder: options.modelsFolder,
    onProgress: (progress) => logger.info(progress, 'fetching weights'),
  });
  const base = started.use(createSpeechThread('moonshine-base', paths, logger));
  const tiny = started.use(createSpeechThread('moonshine-tiny', paths, logger));
  const voice = started.use(createVoiceThread(paths, logger));
  const app = createApp({ base, tiny, voice, logger });

  const server = createAdaptorServer({ fetch: app.fetch });
  server.listen(options.port, options.host ?? '127.0.0.1');
  await once(server, 'listening');
  started.defer(async () => {
    const closed = once(server, 'close');
    server.close();
    if ('closeAllConnections' in server) server.closeAllConnections();
    await closed;
  });
  await Promise.all([base.start(), tiny.start()]);
  const { port } = server.address() as AddressInfo;
  const running = started.move();
  return {
    url: `http://127.0.0.1:${port}/v1`,
    [Symbol.asyncDispose]: () => running.disposeAsync(),
  };
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

/** Starts with the first request for speech or embeddings. */
function createVoiceThread(paths: ModelPaths, logger: Logger): ModelThread<VoiceJob, VoiceResult> {
  const entry = new URL('work/voice-thread.ts', import.meta.url);
  return createModelThread({ name: 'voice', entry, workerData: paths, logger });
}
