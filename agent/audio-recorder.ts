/**
 * The recorder process: a hidden participant in each meeting that is being recorded, one Ogg/Opus file per person in a
 * folder that web and functions can read.
 */
import { Hono } from 'hono';
import { readConfig } from '../lib/config.ts';
import { runProcess } from '../lib/run-process.ts';
import { startServer } from '../lib/server.ts';
import { createRecorder } from './recording/recorder.ts';

await runProcess('recorder', async (signal, env) => {
  const config = readConfig(env, ['livekit']);
  const recorder = await createRecorder(config);
  const app = new Hono().get('/health', (c) =>
    recorder.isInTouch() ? c.json({ status: 'ok' }) : c.json({ status: 'web does not answer' }, 503),
  );
  await using _server = await startServer(app, config.web);
  await recorder.run(signal);
});
