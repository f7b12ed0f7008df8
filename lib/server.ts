import { once } from 'node:events';
import type { Server } from 'node:http';
import { serve } from '@hono/node-server';
import type { Hono } from 'hono';
import { ParleyError } from './errors.ts';

export interface RunningServer extends AsyncDisposable {
  /** Address with the port that was really taken. */
  url: string;
}

/** Starts to listen; rejects with one sentence when the port is taken. Disposing lets open requests finish, 3 s. */
export async function startServer(
  app: Hono,
  { host, port }: { host: string; port: number },
): Promise<RunningServer> {
  const server = serve({ fetch: app.fetch, hostname: host, port }) as Server;
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
      const force = setTimeout(() => server.closeAllConnections(), 3_000);
      await closed;
      clearTimeout(force);
    },
  };
}
