import { latestJob } from './agent-job.ts';
import type { TestWeb } from './test-web.ts';

export interface TestEventStream extends AsyncDisposable {
  status: number;
  /** The next event; null when web closes the stream. */
  next(): Promise<{ id: string; event: string; data: unknown } | null>;
}

/** The stream of an agent job, by default of the newest one, as that job reads it. */
export async function openEventStream(
  web: TestWeb,
  meetingId: string,
  { lastEventId, token = latestJob(web, meetingId).token }: { lastEventId?: string; token?: string } = {},
): Promise<TestEventStream> {
  const answer = await web.fetch(`/api/agent/meetings/${meetingId}/events`, {
    headers: {
      authorization: `Bearer ${token}`,
      ...(lastEventId === undefined ? {} : { 'last-event-id': lastEventId }),
    },
  });
  const reader = answer.body?.pipeThrough(new TextDecoderStream()).getReader();
  let text = '';
  return {
    status: answer.status,
    async next() {
      for (;;) {
        const end = text.indexOf('\n\n');
        if (end >= 0) {
          const block = text.slice(0, end);
          text = text.slice(end + 2);
          if (!block.startsWith(':')) return parseEvent(block);
          continue;
        }
        const read = await reader?.read();
        if (!read || read.done) return null;
        text += read.value;
      }
    },
    async [Symbol.asyncDispose]() {
      await reader?.cancel();
    },
  };
}

function parseEvent(block: string) {
  const field = (name: string) =>
    block
      .split('\n')
      .find((line) => line.startsWith(`${name}: `))
      ?.slice(name.length + 2) ?? '';
  return { id: field('id'), event: field('event'), data: JSON.parse(field('data')) as unknown };
}
