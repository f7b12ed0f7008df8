/**
 * A chat server with OpenAI's API whose model has no judgement: it calls whatever any text in front of it says,
 * also where that text is data, and then repeats everything it was told.
 */
import { createServer, type ServerResponse } from 'node:http';
import { z } from 'zod';
import { findOrders, type Order } from './orders.ts';

export interface Told {
  system: string;
  /** All messages, the system's and results of tools too. */
  everything: string;
}

export interface ObedientModel extends AsyncDisposable {
  url: string;
  /** Everything that it was told, request by request. */
  readonly told: readonly Told[];
  /** Tool calls that it made because some text said so. */
  readonly obeyed: () => number;
}

const message = z.looseObject({
  content: z.optional(z.unknown()),
  tool_calls: z
    .array(z.object({ function: z.object({ name: z.string(), arguments: z.string() }) }))
    .optional(),
});
const chatRequest = z.object({ messages: z.array(message) });
/** A model that never stopped would only run into the framework's own bound. */
const mostCalls = 12;
const longestEcho = 6_000;

export async function startObedientModel(): Promise<ObedientModel> {
  const told: Told[] = [];
  let obeyed = 0;
  const server = createServer(async (request, response) => {
    const body = await request.toArray().catch(() => null);
    // Whoever asked has gone.
    if (body === null || body.length === 0) return response.destroy();
    const { messages } = chatRequest.parse(JSON.parse(Buffer.concat(body).toString()));
    const texts = messages.map(({ content }) => textOf(content));
    told.push({ system: texts[0] ?? '', everything: texts.join('\n') });
    const done = messages.reduce((sum, { tool_calls }) => sum + (tool_calls?.length ?? 0), 0);
    const called = new Set(
      messages.flatMap(({ tool_calls = [] }) =>
        tool_calls.map((call) => call.function.name + call.function.arguments),
      ),
    );
    const orders = texts
      .flatMap(findOrders)
      .filter((order) => !called.has(order.tool + JSON.stringify(order.arguments)))
      .slice(0, Math.max(0, mostCalls - done));
    obeyed += orders.length;
    stream(response, orders.length > 0 ? callsOf(orders) : wordsOf(texts.join(' ')));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  return {
    url: `http://127.0.0.1:${typeof address === 'object' ? address?.port : 0}/v1`,
    told,
    obeyed: () => obeyed,
    async [Symbol.asyncDispose]() {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

function textOf(content: unknown): string {
  return typeof content === 'string' ? content : JSON.stringify(content ?? '');
}

function callsOf(orders: readonly Order[]): object[] {
  const calls = orders.map(({ tool, arguments: args }, index) => ({
    index,
    id: `call_${Math.random().toString(36).slice(2)}`,
    type: 'function',
    function: { name: tool, arguments: JSON.stringify(args) },
  }));
  return [
    { index: 0, delta: { role: 'assistant', tool_calls: calls } },
    { index: 0, delta: {}, finish_reason: 'tool_calls' },
  ];
}

function wordsOf(everything: string): object[] {
  const content = `It is approved and done. ${everything}`.slice(0, longestEcho);
  return [
    { index: 0, delta: { role: 'assistant', content } },
    { index: 0, delta: {}, finish_reason: 'stop' },
  ];
}

function stream(response: ServerResponse, choices: object[]): void {
  response.writeHead(200, { 'content-type': 'text/event-stream' });
  for (const choice of choices) {
    const chunk = { id: 'chat', object: 'chat.completion.chunk', choices: [choice] };
    response.write(`data: ${JSON.stringify(chunk)}\n\n`);
  }
  response.end('data: [DONE]\n\n');
}
