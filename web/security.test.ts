import { Hono } from 'hono';
import { describe, expect, it } from 'vitest';
import { createLogger } from '../lib/logger.ts';
import { respondToError } from './errors.ts';
import { requireSameOrigin } from './security.ts';

async function post(publicUrl: string | null, origin: string | undefined): Promise<number> {
  const app = new Hono();
  app.onError(respondToError(createLogger('test', 'silent')));
  app.use(requireSameOrigin(publicUrl));
  app.post('/', (c) => c.text('done'));
  const headers = new Headers(origin === undefined ? [] : [['origin', origin]]);
  return (await app.request('http://127.0.0.1:3000/', { method: 'POST', headers })).status;
}

describe(requireSameOrigin, () => {
  it('lets pages of its own pass, and programs, which name no origin', async () => {
    expect(await post(null, 'http://127.0.0.1:3000')).toBe(200);
    expect(await post('https://meet.example.test', 'https://meet.example.test')).toBe(200);
    expect(await post(null, undefined)).toBe(200);
  });

  it.each(['https://evil.example', 'http://127.0.0.1:3001', 'null', 'nonsense'])(
    'refuses %s',
    async (origin) => {
      expect(await post(null, origin)).toBe(403);
      expect(await post('https://meet.example.test', origin)).toBe(403);
    },
  );
});
