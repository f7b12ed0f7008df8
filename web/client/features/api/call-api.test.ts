// @vitest-environment node
import { createServer, type RequestListener } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, describe, expect, test } from 'vitest';
import { z } from 'zod/mini';
import type { ApiError } from './api-error.ts';
import { callApi } from './call-api.ts';

const schema = z.object({ answer: z.int() });
const closers: (() => void)[] = [];
afterEach(() => {
  for (const close of closers.splice(0)) close();
});

async function serve(listener: RequestListener): Promise<string> {
  const server = createServer(listener);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  closers.push(() => server.close());
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}/`;
}
const failureOf = (call: Promise<unknown>) =>
  call.then(
    () => null,
    (error: ApiError) => ({ code: error.code, retryable: error.retryable }),
  );

describe(callApi, () => {
  test('gives the parsed answer', async () => {
    const url = await serve((_request, response) => response.end('{"answer":42,"more":true}'));
    expect(await callApi(url, schema)).toEqual({ answer: 42 });
  });

  test('sends a JSON body and the bearer token', async () => {
    const seen: unknown[] = [];
    const url = await serve(async (request, response) => {
      let body = '';
      for await (const chunk of request) body += chunk;
      seen.push(request.method, request.headers['content-type'], request.headers.authorization, body);
      response.end('{"answer":1}');
    });
    await callApi(url, schema, { method: 'POST', body: { a: 1 }, token: 'secret' });
    expect(seen).toEqual(['POST', 'application/json', 'Bearer secret', '{"a":1}']);
  });

  test('takes 204 as nothing', async () => {
    const url = await serve((_request, response) => response.writeHead(204).end());
    expect(await callApi(url, z.null())).toBeNull();
  });

  test("passes on the server's own reason", async () => {
    const url = await serve((_request, response) =>
      response.writeHead(410).end('{"error":{"code":"meeting_ended","message":"This meeting has ended."}}'),
    );
    expect(await failureOf(callApi(url, schema))).toEqual({ code: 'meeting_ended', retryable: false });
  });

  test('may be tried again when something in front of the server answers', async () => {
    const url = await serve((_request, response) => response.writeHead(502).end('<h1>Bad gateway</h1>'));
    expect(await failureOf(callApi(url, schema))).toEqual({ code: 'unavailable', retryable: true });
  });

  test('refuses an answer of another form', async () => {
    const url = await serve((_request, response) => response.end('{"answer":"many"}'));
    expect(await failureOf(callApi(url, schema))).toMatchObject({ code: 'internal' });
  });

  test('says so when nobody listens', async () => {
    const url = await serve((_request, response) => response.end());
    for (const close of closers.splice(0)) close();
    expect(await failureOf(callApi(url, schema))).toEqual({ code: 'unreachable', retryable: true });
  });
});
