/** Servers as they were seen: busy, gone, in the middle of an answer, or with an answer that makes no sense. */
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';
import { NonRetriableError, RetryAfterError } from 'inngest';
import { describe, expect, it } from 'vitest';
import { createWhisperClient, retryAfterMs, SoundTooLongError } from './whisper-client.ts';

type Script = (request: IncomingMessage, response: ServerResponse) => void;

async function startServer(script: Script): Promise<AsyncDisposable & { url: string }> {
  const server = createServer((request, response) => {
    request.resume().on('end', () => script(request, response));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    async [Symbol.asyncDispose]() {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

const second = new Int16Array(16_000);
const transcribe = (url: string) =>
  createWhisperClient({ kind: 'asr-webservice', url }).transcribe(second, 'en-GB');
const says = (text: string) => JSON.stringify({ segments: [{ start: 0.5, end: 1, text }] });

async function failureOf(script: Script): Promise<unknown> {
  await using server = await startServer(script);
  return await transcribe(server.url).catch((error) => error);
}

describe(createWhisperClient, () => {
  it('waits for a slow server', async () => {
    await using server = await startServer(async (_, response) => {
      response.write(' ');
      await sleep(500);
      response.end(says(' Hello. '));
    });
    expect(await transcribe(server.url)).toEqual([{ startMs: 500, endMs: 1_000, text: 'Hello.' }]);
  });

  it('asks either kind of server in its own way', async () => {
    const asked: string[] = [];
    await using server = await startServer((request, response) => {
      asked.push(`${request.url} ${request.headers.authorization ?? ''}`);
      response.end(says('Hello.'));
    });
    await transcribe(server.url);
    const openai = {
      kind: 'openai',
      baseUrl: `${server.url}/v1`,
      apiKey: 'key',
      model: 'whisper-1',
    } as const;
    await createWhisperClient(openai).transcribe(second, 'en');
    expect(asked).toEqual([
      '/asr?task=transcribe&output=json&encode=false&language=en ',
      '/v1/audio/transcriptions Bearer key',
    ]);
  });

  it.each([429, 503])('comes back to a busy server (%i) when it says', async (status) => {
    const error = await failureOf((_, response) => response.writeHead(status, { 'retry-after': '7' }).end());
    expect(error).toBeInstanceOf(RetryAfterError);
    expect(error).toMatchObject({ retryAfter: '7' });
  });

  it('tries again after a failure of the server, a lost connection, and half an answer', async () => {
    const failures = await Promise.all([
      failureOf((_, response) => response.writeHead(500).end('out of memory')),
      failureOf((request) => request.socket.destroy()),
      failureOf((_, response) => response.end('{"segments": [')),
      transcribe('http://127.0.0.1:1').catch((error) => error),
    ]);
    for (const error of failures) {
      expect(error).toBeInstanceOf(Error);
      expect(error).not.toBeInstanceOf(NonRetriableError);
    }
  });

  it('does not try again what is refused', async () => {
    const refused = await failureOf((_, response) => response.writeHead(401).end('no key'));
    expect(refused).toBeInstanceOf(NonRetriableError);
    const large = await failureOf((_, response) => response.writeHead(413).end());
    expect(large).toBeInstanceOf(SoundTooLongError);
  });
});

describe(retryAfterMs, () => {
  it('reads seconds and dates, and nothing else', () => {
    const now = Date.UTC(2026, 2, 3, 9);
    expect(retryAfterMs('30', now)).toBe(30_000);
    expect(retryAfterMs('Tue, 03 Mar 2026 09:01:00 GMT', now)).toBe(60_000);
    for (const header of [undefined, '', '0', 'soon', 'Tue, 03 Mar 2020 09:01:00 GMT'])
      expect(retryAfterMs(header, now), header).toBeNull();
  });
});
