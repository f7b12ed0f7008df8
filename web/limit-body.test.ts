import { Hono } from 'hono';
import { describe, expect, it } from 'vitest';
import { limitBody } from './limit-body.ts';

const app = new Hono()
  .use(limitBody(1))
  .post('/', async (c) => c.text(`${(await c.req.text()).length}`))
  .onError((error, c) => c.text(error.message, 413));
const megabyte = 1024 * 1024;

const send = (bytes: number, headers: Record<string, string>) =>
  app.request('/', { method: 'POST', body: 'x'.repeat(bytes), headers });

describe(limitBody, () => {
  it('judges a body by the length that it announces', async () => {
    expect((await send(3, { 'content-length': '3' })).status).toBe(200);
    expect((await send(3, { 'content-length': `${megabyte}` })).status).toBe(200);
    const refused = await send(3, { 'content-length': `${megabyte + 1}` });
    expect([refused.status, await refused.text()]).toEqual([413, 'This request is larger than 1 MB.']);
  });

  it('counts what comes without a length, or in chunks', async () => {
    const chunked = { 'transfer-encoding': 'chunked', 'content-length': '3' };
    expect((await send(megabyte, {})).status).toBe(200);
    expect((await send(megabyte + 1, {})).status).toBe(413);
    expect((await send(megabyte + 1, chunked)).status).toBe(413);
  });
});
