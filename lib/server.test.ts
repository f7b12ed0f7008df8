import { Hono } from 'hono';
import { describe, expect, it } from 'vitest';
import { startServer } from './server.ts';

describe(startServer, () => {
  it('says in one sentence that the port is taken, and what to do', async () => {
    await using first = await startServer(new Hono(), { host: '127.0.0.1', port: 0 });
    const port = Number(new URL(first.url).port);
    const second = startServer(new Hono(), { host: '127.0.0.1', port });
    await expect(second).rejects.toThrow(/^Cannot listen on .*EADDRINUSE.* Set PORT to a free one\.$/);
  });
});
