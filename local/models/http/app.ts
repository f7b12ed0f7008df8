import { Hono } from 'hono';
import type { Logger } from '../../../lib/logger.ts';
import { ApiError, answer, createErrorHandler } from './api-error.ts';
import { type SpeechThread, transcriptionRoutes } from './transcriptions.ts';

export interface AppOptions {
  base: SpeechThread;
  tiny: SpeechThread;
  logger: Logger;
}

const modelNames = ['moonshine-base', 'moonshine-tiny', 'whisper-1'];

export function createApp({ base, tiny, logger }: AppOptions) {
  const app = new Hono();
  const threads = new Map([
    ['moonshine-base', base],
    ['moonshine-tiny', tiny],
    ['whisper-1', base],
  ]);
  app.onError(createErrorHandler(logger));
  app.notFound((c) =>
    answer(c, new ApiError(404, 'not_found', `There is no ${c.req.method} ${c.req.path}.`)),
  );

  app.get('/health', (c) => {
    const ready = base.ready && tiny.ready;
    return c.json({ status: ready ? 'ok' : 'loading' }, ready ? 200 : 503);
  });
  app.get('/v1/models', (c) =>
    c.json({
      object: 'list',
      data: modelNames.map((id) => ({ id, object: 'model', created: 0, owned_by: 'local' })),
    }),
  );
  app.route('/v1', transcriptionRoutes(threads));
  return app;
}
