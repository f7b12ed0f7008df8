import { once } from 'node:events';
import type { Server } from 'node:http';
import { serve } from '@hono/node-server';
import type { Hono } from 'hono';

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
  await Promise.race([
    once(server, 'listening'),
    once(server, 'error').then(([error]) => {
      throw new Error(
        `Cannot listen on ${host}:${port}: ${(error as Error).message}. Set PORT to a free one.`,
      );
    }),
  ]);
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
