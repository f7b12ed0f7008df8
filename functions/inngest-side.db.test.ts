import { describe, expect, it } from 'vitest';
import { shareTestDatabase } from '../local/testing/test-database.ts';
import { createInngestSide } from './inngest-side.ts';
import { testFunctionParts } from './testing/function-parts.ts';

const database = await shareTestDatabase();

const call = (url: string, init: RequestInit = {}) =>
  new Request(url, { ...init, headers: { host: 'parley.test', 'content-type': 'application/json' } });

describe(createInngestSide, () => {
  const settings = {
    baseUrl: 'http://127.0.0.1:9',
    eventKey: 'key',
    signingKey: 'ab'.repeat(16),
    dev: false,
  };

  const sideOf = (dev: boolean) => createInngestSide({ ...settings, dev }, testFunctionParts(database));

  it('runs nothing and tells nothing without the signature of a real Inngest', async () => {
    const { handler } = sideOf(false);
    const forged = call('http://parley.test/api/inngest?fnId=parley-finish-meeting&stepId=step', {
      method: 'POST',
      body: JSON.stringify({
        version: 2,
        event: {},
        events: [],
        steps: {},
        ctx: { run_id: 'x', attempt: 0 },
      }),
    });
    expect((await handler(forged)).status).toBe(401);
    expect((await handler(call('http://parley.test/api/inngest'))).status).toBe(401);
  });

  it('answers a development server without a signature', async () => {
    const about = await sideOf(true).handler(call('http://parley.test/api/inngest'));
    expect(await about.json()).toMatchObject({ function_count: expect.any(Number) });
  });
});
