import { Hono } from 'hono';
import { rulesModel } from '../../../lib/assistant-brief.ts';
import type { Logger } from '../../../lib/logger.ts';
import type { ModelThread } from '../threads/model-thread.ts';
import type { TextJob, TextResult } from '../threads/text-thread.ts';
import type { VoiceJob, VoiceResult } from '../threads/voice-thread.ts';
import { ApiError, answer, createErrorHandler } from './api-error.ts';
import { chatRoutes } from './chat.ts';
import { embeddingModel, embeddingRoutes } from './embeddings.ts';
import { speechModels, speechRoutes } from './speech.ts';
import { type SpeechThread, transcriptionRoutes } from './transcriptions.ts';

export interface AppOptions {
  base: SpeechThread;
  tiny: SpeechThread;
  voice: ModelThread<VoiceJob, VoiceResult>;
  text: ModelThread<TextJob, TextResult>;
  logger: Logger;
}

export function createApp({ base, tiny, voice, text, logger }: AppOptions) {
  const app = new Hono();
  const transcribers = new Map([
    ['moonshine-base', base],
    ['moonshine-tiny', tiny],
    // What OpenAI's clients ask for when nobody says otherwise.
    ['whisper-1', base],
  ]);
  const models = [...transcribers.keys(), ...speechModels, embeddingModel, rulesModel];

  app.onError(createErrorHandler(logger));
  app.notFound((c) =>
    answer(c, new ApiError(404, 'not_found', `There is no ${c.req.method} ${c.req.path}.`)),
  );

  app.get('/health', (c) => {
    const ready = base.ready && tiny.ready && text.ready;
    return c.json({ status: ready ? 'ok' : 'loading' }, ready ? 200 : 503);
  });
  app.get('/v1/models', (c) =>
    c.json({
      object: 'list',
      data: models.map((id) => ({ id, object: 'model', created: 0, owned_by: 'parley' })),
    }),
  );
  app.route('/v1', transcriptionRoutes(transcribers));
  app.route('/v1', speechRoutes(voice));
  app.route('/v1', embeddingRoutes(text));
  app.route('/v1', chatRoutes(text, logger));
  return app;
}
