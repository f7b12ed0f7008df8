/** A speech-to-text that takes no time of the machine: it answers with numbered lines after a fixed delay. */
import { createServer } from 'node:http';
import { setTimeout as sleep } from 'node:timers/promises';
import { nowMs } from '../e2e/rehearsal/clock.ts';

export interface StubSpeech extends AsyncDisposable {
  /** Names this server as Parley's speech-to-text. */
  env: Record<string, string>;
  /** When each final text was answered. */
  answeredAtMs: ReadonlyMap<string, number>;
}

/**
 * The agent starts its final pass after 250 ms of silence and shows the line after 500 ms: an answer that comes
 * earlier would wait for the silence, and that wait is not hand-off.
 */
const finalDelayMs = 600;
const interimDelayMs = 60;
const interimModel = 'stub-interim';

export async function startStubSpeech(): Promise<StubSpeech> {
  const answeredAtMs = new Map<string, number>();
  let count = 0;
  const server = createServer(async (request, response) => {
    const body = await request.toArray().catch(() => []);
    const isInterim = Buffer.concat(body).includes(interimModel);
    await sleep(isInterim ? interimDelayMs : finalDelayMs);
    count += 1;
    const text = `Number ${count} of the lines that this benchmark sends to every screen.`;
    if (!isInterim) answeredAtMs.set(text, nowMs());
    response.setHeader('content-type', 'application/json').end(JSON.stringify({ text }));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  const port = address !== null && typeof address === 'object' ? address.port : 0;
  return {
    env: {
      STT_BASE_URL: `http://127.0.0.1:${port}/v1`,
      STT_API_KEY: 'none',
      STT_MODEL: 'stub',
      STT_INTERIM_MODEL: interimModel,
      STT_LANGUAGES: '*',
    },
    answeredAtMs,
    async [Symbol.asyncDispose]() {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}
