import { createServer, type Server, type ServerResponse } from 'node:http';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { createSpeechServer } from './speech-server.ts';

let server: Server;
let respond: ((response: ServerResponse) => void)[];
let asked: { authorization: string | undefined; body: unknown }[];

beforeEach(async () => {
  asked = [];
  respond = [];
  server = createServer(async (request, response) => {
    const body = JSON.parse(Buffer.concat(await request.toArray()).toString());
    asked.push({ authorization: request.headers.authorization, body });
    respond.shift()?.(response);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
});
afterEach(async () => {
  server.closeAllConnections();
  await new Promise((resolve) => server.close(resolve));
});

function connect(apiKey: string | null = null) {
  const address = server.address();
  const port = address !== null && typeof address === 'object' ? address.port : 0;
  const config = { baseUrl: `http://127.0.0.1:${port}/v1`, apiKey, model: 'tts-1', voice: 'alloy' };
  return createSpeechServer(config, 'mtg_1');
}

async function read(speech = connect(), signal = new AbortController().signal): Promise<number[]> {
  const samples: number[] = [];
  for await (const frame of speech.synthesize('Hello.', signal)) samples.push(...frame.data);
  return samples;
}

const status = (code: number) => (response: ServerResponse) => response.writeHead(code).end('{}');
const samples =
  (...chunks: number[][]) =>
  async (response: ServerResponse) => {
    for (const chunk of chunks) {
      response.write(Uint8Array.from(chunk));
      await new Promise((resolve) => setTimeout(resolve, 20));
    }
    response.end();
  };

describe(createSpeechServer, () => {
  test('asks for raw samples of the voice, under the meeting’s name where no key is needed', async () => {
    respond = [samples([1, 0]), samples([1, 0])];
    const speech = connect();
    speech.setVoice('nova');
    await read(speech);
    speech.setVoice('default');
    await read(speech);
    const body = { model: 'tts-1', input: 'Hello.', response_format: 'pcm' };
    expect(asked).toEqual([
      { authorization: 'Bearer mtg_1', body: { ...body, voice: 'nova' } },
      { authorization: 'Bearer mtg_1', body: { ...body, voice: 'alloy' } },
    ]);
  });

  test('puts samples together that the network cut in two', async () => {
    respond = [samples([1, 0, 2], [0, 255], [255])];
    expect(await read()).toEqual([1, 2, -1]);
  });

  test('tries once more when the server fails or gives nothing', async () => {
    respond = [status(500), samples([5, 0])];
    expect(await read()).toEqual([5]);
    respond = [samples(), samples([6, 0])];
    expect(await read()).toEqual([6]);
  });

  test('gives up after two attempts, and at once where trying again cannot help', async () => {
    respond = [status(503), status(503)];
    await expect(read()).rejects.toMatchObject({ code: 'unavailable' });
    expect(asked.length).toBe(2);
    respond = [status(400)];
    await expect(read()).rejects.toMatchObject({ code: 'unavailable' });
    expect(asked.length).toBe(3);
  });

  test('speaks with the default voice when the server does not have the one that was chosen', async () => {
    respond = [status(400), samples([7, 0]), samples([8, 0])];
    const speech = connect();
    speech.setVoice('unheard-of');
    expect(await read(speech)).toEqual([7]);
    expect(await read(speech)).toEqual([8]);
    expect(asked.map(({ body }) => body)).toMatchObject([
      { voice: 'unheard-of' },
      { voice: 'alloy' },
      { voice: 'alloy' },
    ]);
  });

  test('does not begin a sentence again that broke off', async () => {
    respond = [
      (response) => {
        response.write(Uint8Array.from([1, 0]));
        setTimeout(() => response.destroy(), 20);
      },
    ];
    await expect(read()).rejects.toMatchObject({ code: 'unavailable' });
    expect(asked.length).toBe(1);
  });

  test('ends when it is not wanted any more', async () => {
    respond = [() => undefined];
    const stop = new AbortController();
    const reading = read(connect(), stop.signal);
    setTimeout(() => stop.abort(new Error('stopped')), 50);
    await expect(reading).rejects.toThrow('stopped');
  });
});
