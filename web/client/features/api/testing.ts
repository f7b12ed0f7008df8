/** A stand-in for web in tests: real HTTP, and the page's own origin points at it. */
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Joined, MeetingView } from '../../../../lib/messages.ts';
import type { FoundMeeting } from './meetings.ts';

export interface FakeWeb extends AsyncDisposable {
  /** `METHOD /path?query` of each call, in order. */
  calls: string[];
}

type Answer = { status?: number; body: unknown };
/** What to answer to `METHOD /path?query`; null closes the connection without an answer. */
type Respond = (call: string) => Answer | null | Promise<Answer | null>;

export async function startFakeWeb(respond: Respond): Promise<FakeWeb> {
  const calls: string[] = [];
  const server = createServer(async (request, response) => {
    const call = `${request.method} ${request.url}`;
    calls.push(call);
    const answer = await respond(call);
    if (!answer) request.socket.destroy();
    else response.writeHead(answer.status ?? 200).end(JSON.stringify(answer.body));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  (window as unknown as { happyDOM: { setURL(url: string): void } }).happyDOM.setURL(
    `http://127.0.0.1:${port}/`,
  );
  return {
    calls,
    async [Symbol.asyncDispose]() {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

export const failure = (status: number, code: string, message: string): Answer => ({
  status,
  body: { error: { code, message } },
});

export function buildMeeting(change: Partial<MeetingView> = {}): MeetingView {
  return {
    id: 'mtg_01JD0000000000000000000000',
    code: 'abc-defg-hij',
    title: 'Weekly planning',
    status: 'live',
    personaName: 'Nova',
    startedAtMs: null,
    endedAtMs: null,
    isHost: false,
    ...change,
  };
}

export function buildFound(change: Partial<FoundMeeting> = {}): FoundMeeting {
  return { meeting: buildMeeting(), noticeVersion: 3, entry: 'open', startsAtMs: null, ...change };
}

export function buildJoined(change: Partial<Joined> = {}): Joined {
  return {
    meeting: buildMeeting(),
    participantId: 'par_01JD0000000000000000000000',
    name: 'Ana',
    role: 'participant',
    serverUrl: 'ws://livekit.test',
    token: 'token',
    apiToken: 'api-token',
    missedMs: null,
    ...change,
  };
}
