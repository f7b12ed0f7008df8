import { once } from 'node:events';
import { createServer, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';
import { type WebhookBody, webhookBodySchema } from '../../lib/webhooks/events.ts';

export interface Received {
  path: string;
  headers: Record<string, string>;
  raw: string;
  body: WebhookBody;
}

export interface WebhookReceiver extends AsyncDisposable {
  url: string;
  received: Received[];
}

/** Answers one webhook; `nth` counts from 1. */
type Answer = (response: ServerResponse, nth: number) => unknown;

/** A receiver on loopback that keeps what it gets; it says 204, or what `answer` writes. */
export async function startWebhookReceiver(
  answer: Answer = (response) => response.writeHead(204).end(),
): Promise<WebhookReceiver> {
  const received: Received[] = [];
  const server = createServer(async (request, response) => {
    const raw = await text(request);
    const headers = Object.fromEntries(
      Object.entries(request.headers).map(([name, value]) => [name, String(value)]),
    );
    const body = webhookBodySchema.parse(JSON.parse(raw));
    received.push({ path: request.url ?? '', headers, raw, body });
    answer(response, received.length);
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}/hook`,
    received,
    async [Symbol.asyncDispose]() {
      server.closeAllConnections();
      server.close();
      await once(server, 'close');
    },
  };
}
