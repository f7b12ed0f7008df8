import { once } from 'node:events';
import type { Server } from 'node:http';
import { serve } from '@hono/node-server';
import type { Hono } from 'hono';
import { WebSocketServer } from 'ws';
import { maxFrameBytes } from './documents/document-messages.ts';
import { ParleyError } from './errors.ts';

export interface RunningServer extends AsyncDisposable {
  /** Address with the port that was really taken. */
  url: string;
}

/** RFC 6455, 7.4.1: the server goes away, and browsers come back to another one. */
const goingAway = 1001;

/**
 * Starts to listen, for routes that take WebSockets too; rejects with one sentence when the port is taken. Disposing lets
 * open requests finish, 3 s.
 */
export async function startServer(
  app: Hono,
  { host, port }: { host: string; port: number },
): Promise<RunningServer> {
  const sockets = new WebSocketServer({ noServer: true, maxPayload: maxFrameBytes });
  const options = { fetch: app.fetch, hostname: host, port, websocket: { server: sockets } };
  const server = serve(options) as Server;
  await once(server, 'listening').catch((cause: Error) => {
    throw new ParleyError(
      'unavailable',
      `Cannot listen on ${host}:${port}: ${cause.message}. Set PORT to a free one.`,
      { cause },
    );
  });
  // A connection that could not be accepted, for want of file handles, is not the end of the others.
  server.on('error', () => undefined);
  const address = server.address();
  const taken = typeof address === 'object' && address ? address.port : port;
  return {
    url: `http://${host}:${taken}`,
    [Symbol.asyncDispose]: async () => {
      const closed = once(server, 'close');
      server.close();
      server.closeIdleConnections();
      for (const socket of sockets.clients) socket.close(goingAway);
      const force = setTimeout(() => {
        server.closeAllConnections();
        for (const socket of sockets.clients) socket.terminate();
      }, 3_000);
      await closed;
      clearTimeout(force);
    },
  };
}
