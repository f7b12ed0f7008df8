import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { json } from 'node:stream/consumers';
import { describe, expect, it } from 'vitest';
import { createId } from '../../lib/ids.ts';
import { createAssistantWeb } from './assistant-web.ts';
import { approvalOf } from './testing/approval-of.ts';

/** A server that answers every call with `body`, and writes down what it was asked. */
async function setUp(body: unknown, status = 200) {
  const calls: { call: string; token: string; sent: unknown }[] = [];
  const server = createServer(async (request, response) => {
    const sent = request.method === 'POST' ? await json(request) : null;
    calls.push({
      call: `${request.method} ${request.url}`,
      token: request.headers.authorization ?? '',
      sent,
    });
    response.writeHead(status, { 'content-type': 'application/json' });
    response.end(body === null ? undefined : JSON.stringify(body));
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const web = createAssistantWeb(
    `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    'mtg_1',
    'secret',
  );
  return { web, calls, [Symbol.dispose]: () => void server.close().closeAllConnections() };
}

describe(createAssistantWeb, () => {
  it('proposes with its token and reads the stored proposal', async () => {
    const approval = approvalOf();
    using test = await setUp({ approval });
    const proposal = {
      key: 'k',
      tool: 't',
      arguments: {},
      askedBy: createId('par'),
      approver: null,
      cause: null,
    };
    expect(await test.web.propose(proposal)).toEqual(approval);
    expect(test.calls).toEqual([
      { call: 'POST /api/agent/meetings/mtg_1/proposals', token: 'Bearer secret', sent: proposal },
    ]);
  });

  it('asks in the name of the asker, whatever stands in the query', async () => {
    using test = await setUp({ lines: [] });
    await test.web.searchPast({ query: 'a&askedBy=par_2&audience=all', askedBy: 'par_1', audience: 'me' });
    const search = new URL(test.calls[0]?.call.split(' ')[1] ?? '', 'http://x').searchParams;
    expect([...search]).toEqual([
      ['q', 'a&askedBy=par_2&audience=all'],
      ['askedBy', 'par_1'],
      ['audience', 'me'],
    ]);
  });

  it('gives the sentence of a refusal, and says that trying again does not help', async () => {
    using test = await setUp({ error: { code: 'forbidden', message: 'Ben may not approve that.' } }, 403);
    await expect(test.web.markShown('apr_1')).rejects.toMatchObject({
      message: 'Ben may not approve that.',
      code: 'forbidden',
      retryable: false,
    });
  });

  it('does not take an answer that is not of the agreed form', async () => {
    using test = await setUp({ approval: { state: 'approved' } });
    const proposal = {
      key: 'k',
      tool: 't',
      arguments: {},
      askedBy: createId('par'),
      approver: null,
      cause: null,
    };
    await expect(test.web.propose(proposal)).rejects.toThrow();
  });
});
