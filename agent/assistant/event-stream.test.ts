import { once } from 'node:events';
import { createServer, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { describe, expect, it } from 'vitest';
import type { AgentEvent } from '../../lib/assistant-messages.ts';
import { createLogger } from '../../lib/logger.ts';
import { followEvents } from './event-stream.ts';
import { approvalOf } from './testing/approval-of.ts';

const eventOf = (reason: string): AgentEvent => ({
  type: 'approval.decided',
  approval: approvalOf({ decision: { by: null, atMs: 0, reason, original: null } }),
});

/** A server that gives each connection to the next of `answers`, and writes down where it wanted to go on. */
async function setUp(...answers: ((response: ServerResponse) => void)[]) {
  const resumed: unknown[] = [];
  const server = createServer((request, response) => {
    resumed.push(request.headers['last-event-id']);
    const answer = answers.shift();
    if (answer) answer(response);
    else response.writeHead(200, { 'content-type': 'text/event-stream' }).write(': nothing more\n\n');
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const stop = new AbortController();
  const reasons: string[] = [];
  const enough = Promise.withResolvers<void>();
  const run = (count: number) => {
    const done = followEvents({
      url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/events`,
      token: 'token',
      after: '7',
      onEvent: ({ approval }) => {
        reasons.push(approval.decision?.reason ?? '');
        if (reasons.length === count) enough.resolve();
      },
      logger: createLogger('test', 'silent'),
      signal: stop.signal,
    });
    return enough.promise.then(async () => {
      stop.abort();
      await done;
    });
  };
  return { run, resumed, reasons, [Symbol.dispose]: () => void server.close().closeAllConnections() };
}

const write = (id: number, reason: string) =>
  `id: ${id}\nevent: x\ndata: ${JSON.stringify(eventOf(reason))}\n\n`;
const begin = (response: ServerResponse) => response.writeHead(200, { 'content-type': 'text/event-stream' });

describe(followEvents, () => {
  it('reads events, whole or in pieces, and leaves out comments', async () => {
    using test = await setUp((response) => {
      const text = `: hello\n\n${write(8, 'ä first')}${write(9, 'second')}`;
      const bytes = Buffer.from(text);
      begin(response).write(bytes.subarray(0, 60));
      setTimeout(() => response.write(bytes.subarray(60)), 20);
    });
    await test.run(2);
    expect(test.reasons).toEqual(['ä first', 'second']);
    expect(test.resumed).toEqual(['7']);
  });

  it('goes on behind the last event when the connection breaks', async () => {
    using test = await setUp(
      (response) => begin(response).write(write(8, 'first'), () => setTimeout(() => response.destroy(), 20)),
      (response) => response.writeHead(503).end(),
      (response) => begin(response).write(write(9, 'second')),
    );
    await test.run(2);
    expect(test.reasons).toEqual(['first', 'second']);
    expect(test.resumed).toEqual(['7', '8', '8']);
  });

  it('leaves out an event that it does not understand', async () => {
    using test = await setUp((response) =>
      begin(response).write(`id: 8\ndata: {"type":"new"}\n\n${write(9, 'known')}`),
    );
    await test.run(1);
    expect(test.reasons).toEqual(['known']);
  });
});
