import { createServer, type IncomingMessage } from 'node:http';
import { describe, expect, it } from 'vitest';
import type { Joined, TranscriptLine } from '../../lib/messages.ts';
import { createApiClient } from './api-client.ts';

type Answer = { status?: number; headers?: Record<string, string>; body?: unknown };

async function serverWith(answer: (request: IncomingMessage) => Answer) {
  const server = createServer((request, response) => {
    const { status = 200, headers = {}, body } = answer(request);
    response.writeHead(status, headers).end(body === undefined ? undefined : JSON.stringify(body));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  const url = `http://127.0.0.1:${address !== null && typeof address === 'object' ? address.port : 0}`;
  return { url, [Symbol.asyncDispose]: async () => void server.close() };
}

const id = `mtg_${'0'.repeat(26)}` as const;
const meeting = {
  id,
  code: 'abc-defg-hij',
  title: 'Test',
  status: 'live' as const,
  personaName: 'Nova',
  startedAtMs: null,
  endedAtMs: null,
  isHost: true,
};
const joined: Joined = {
  meeting,
  participantId: `par_${'0'.repeat(26)}`,
  name: 'Ana',
  role: 'host',
  serverUrl: 'ws://127.0.0.1',
  token: 't',
  apiToken: 'secret',
  missedMs: null,
};
const line = (seq: number): TranscriptLine => ({
  epoch: 1,
  seq,
  kind: 'speech',
  segmentId: `s${seq}`,
  speaker: 'par_ana',
  speakerName: 'Ana',
  trackSid: 'TR_1',
  startMs: 0,
  endMs: 1,
  text: 'hi',
});

describe(createApiClient, () => {
  it('sends the cookies of earlier answers', async () => {
    const cookies: (string | undefined)[] = [];
    await using server = await serverWith((request) => {
      cookies.push(request.headers.cookie);
      return { headers: { 'set-cookie': 'parley_host_1=abc.def; Path=/; HttpOnly' }, body: { meeting } };
    });
    const client = createApiClient(server.url);
    await client.createMeeting('Test');
    await client.createMeeting('Test');
    expect(cookies[1]).toBe('parley_host_1=abc.def');
  });

  it('reads a transcript to its last page', async () => {
    const asked: unknown[] = [];
    await using server = await serverWith((request) => {
      asked.push([request.url, request.headers.authorization]);
      const second = request.url?.endsWith('?after=1.2');
      const page = second
        ? { lines: [line(3)], next: '1.3', more: false }
        : { lines: [line(1), line(2)], next: '1.2', more: true };
      return { body: { ...page, gaps: [], status: 'completed' } };
    });
    const { lines, status } = await createApiClient(server.url).readTranscript(joined);
    expect(lines.map(({ seq }) => seq)).toEqual([1, 2, 3]);
    expect(status).toBe('completed');
    expect(asked).toEqual([
      [`/api/meetings/${id}/transcript`, 'Bearer secret'],
      [`/api/meetings/${id}/transcript?after=1.2`, 'Bearer secret'],
    ]);
  });

  it('accepts an empty answer', async () => {
    await using server = await serverWith(() => ({ status: 204 }));
    await expect(createApiClient(server.url).end(joined)).resolves.toBeUndefined();
  });

  it('says which call failed and why', async () => {
    await using server = await serverWith(() => ({
      status: 410,
      body: { error: { code: 'meeting_ended', message: 'This meeting has ended.' } },
    }));
    const client = createApiClient(server.url);
    await expect(client.join('abc', { name: 'Ana', email: 'a@b.test' })).rejects.toThrow(
      'POST /api/meetings/abc/join was answered 410: This meeting has ended.',
    );
    await expect(createApiClient('http://127.0.0.1:9').createMeeting('x')).rejects.toThrow(
      'POST /api/meetings was not answered',
    );
  });

  it('refuses an answer of another shape', async () => {
    await using server = await serverWith(() => ({ body: { meeting: { id: 'x' } } }));
    await expect(createApiClient(server.url).createMeeting('x')).rejects.toThrow();
  });
});
