/** A server with OpenAI's chat and speech that answers as a test wants it to. */
import { createServer, type ServerResponse } from 'node:http';
import { z } from 'zod';
import { voiceRate } from '../playback.ts';

export type ChatAnswer =
  | { type: 'text'; pieces: string[]; pauseMs?: number }
  | { type: 'tool'; name: string; arguments: object }
  | { type: 'status'; status: number }
  /** Gives these pieces and then nothing more. */
  | { type: 'hang'; pieces: string[] };

export interface ModelStub extends AsyncDisposable {
  url: string;
  /** Answers of the chat, one for each request; the last one stays. */
  chat: ChatAnswer[];
  /** Status of the speech answers; 200 gives 60 ms of a steady tone for each character. */
  speechStatus: number;
  /** What was asked for. */
  asked: { messages: unknown[] }[];
  spoken: string[];
}

/** So long a character sounds: about the pace of a voice. */
export const characterMs = 60;

const chatRequest = z.object({ messages: z.array(z.unknown()) });
const speechRequest = z.object({ input: z.string() });

export async function startModelStub(): Promise<ModelStub> {
  const server = createServer(async (request, response) => {
    const body = JSON.parse(Buffer.concat(await request.toArray()).toString() || '{}');
    if (request.url?.endsWith('/audio/speech')) return speak(speechRequest.parse(body).input, response);
    if (!request.url?.endsWith('/chat/completions')) return response.writeHead(404).end();
    stub.asked.push(chatRequest.parse(body));
    const answer = stub.chat.length > 1 ? stub.chat.shift() : stub.chat[0];
    await chat(answer ?? { type: 'status', status: 500 }, response);
  });

  const speak = (input: string, response: ServerResponse) => {
    if (stub.speechStatus !== 200) return response.writeHead(stub.speechStatus).end('{}');
    stub.spoken.push(input);
    const samples = Math.round((input.length * characterMs * voiceRate) / 1_000);
    const tone = Int16Array.from(
      { length: samples },
      (_, i) => 8_000 * Math.sin((i * 2 * Math.PI * 220) / voiceRate),
    );
    response.writeHead(200, { 'content-type': 'audio/pcm' }).end(new Uint8Array(tone.buffer));
  };

  const stub: ModelStub = {
    url: '',
    chat: [],
    speechStatus: 200,
    asked: [],
    spoken: [],
    async [Symbol.asyncDispose]() {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  stub.url = `http://127.0.0.1:${address !== null && typeof address === 'object' ? address.port : 0}/v1`;
  return stub;
}

async function chat(answer: ChatAnswer, response: ServerResponse): Promise<void> {
  if (answer.type === 'status') {
    response
      .writeHead(answer.status, { 'content-type': 'application/json' })
      .end('{"error":{"message":"no"}}');
    return;
  }
  response.writeHead(200, { 'content-type': 'text/event-stream' });
  const send = (choices: object[], usage?: object) =>
    response.write(
      `data: ${JSON.stringify({ id: 'chat', object: 'chat.completion.chunk', choices, usage })}\n\n`,
    );
  if (answer.type === 'tool') {
    const call = { index: 0, id: 'call_1', type: 'function' };
    const body = { name: answer.name, arguments: JSON.stringify(answer.arguments) };
    send([{ index: 0, delta: { role: 'assistant', tool_calls: [{ ...call, function: body }] } }]);
    send([{ index: 0, delta: {}, finish_reason: 'tool_calls' }]);
  } else {
    for (const content of answer.pieces) {
      send([{ index: 0, delta: { role: 'assistant', content } }]);
      if (answer.type === 'text' && answer.pauseMs) await new Promise((r) => setTimeout(r, answer.pauseMs));
    }
    if (answer.type === 'hang') return;
    send([{ index: 0, delta: {}, finish_reason: 'stop' }]);
  }
  send([], { prompt_tokens: 7, completion_tokens: 3, total_tokens: 10 });
  response.end('data: [DONE]\n\n');
}
