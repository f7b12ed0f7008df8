/** Server-sent events of web, read for as long as the job lives (WHATWG HTML, 9.2). */
import { setTimeout as sleep } from 'node:timers/promises';
import { type AgentEvent, agentEventSchema } from '../../lib/assistant-messages.ts';
import type { Logger } from '../../lib/logger.ts';

interface EventStreamOptions {
  url: string;
  token: string;
  /** Id of the last event that is known; the stream goes on behind it. */
  after: string;
  onEvent: (event: AgentEvent) => void;
  logger: Logger;
  signal: AbortSignal;
}

const firstBackoffMs = 250;
const longestBackoffMs = 10_000;
/** Web sends something at least every 15 s; a connection that is silent for so long is dead. */
const silenceMs = 45_000;

/** Hands over each event once, in order, over any number of connections. Resolves when the signal aborts. */
export async function followEvents(options: EventStreamOptions): Promise<void> {
  const { onEvent, logger, signal } = options;
  let after = options.after;
  let failures = 0;
  while (!signal.aborted) {
    try {
      for await (const { id, data } of readStream({ ...options, after })) {
        failures = 0;
        if (id !== '') after = id;
        const event = agentEventSchema.safeParse(parseJson(data));
        if (event.success) onEvent(event.data);
        else logger.error({ id }, 'event of web not understood');
      }
    } catch (error) {
      if (!signal.aborted && failures === 0) logger.warn({ err: error }, 'events of web broke off');
    }
    failures += 1;
    const backoff = Math.min(longestBackoffMs, firstBackoffMs * 2 ** (failures - 1));
    await sleep(backoff * (0.5 + Math.random() / 2), undefined, { signal }).catch(() => undefined);
  }
}

interface RawEvent {
  id: string;
  data: string;
}

async function* readStream({ url, token, after, signal }: EventStreamOptions): AsyncGenerator<RawEvent> {
  const silence = new AbortController();
  const arm = () => setTimeout(() => silence.abort(new Error('web is silent')), silenceMs);
  let timer = arm();
  try {
    const answer = await fetch(url, {
      headers: { authorization: `Bearer ${token}`, accept: 'text/event-stream', 'last-event-id': after },
      signal: AbortSignal.any([signal, silence.signal]),
    });
    if (!answer.ok || !answer.body) throw new Error(`web answers ${answer.status}`);
    let rest = '';
    for await (const chunk of answer.body.pipeThrough(new TextDecoderStream())) {
      clearTimeout(timer);
      timer = arm();
      const blocks = (rest + chunk).replace(/\r\n?/g, '\n').split('\n\n');
      rest = blocks.pop() ?? '';
      for (const block of blocks) {
        const event = readBlock(block);
        if (event.data !== '') yield event;
      }
    }
  } finally {
    clearTimeout(timer);
  }
}

function readBlock(block: string): RawEvent {
  const fields = block.split('\n').map((line) => /^(\w+): ?(.*)$/.exec(line));
  const valuesOf = (name: string) => fields.flatMap((field) => (field?.[1] === name ? [field[2] ?? ''] : []));
  return { id: valuesOf('id').at(-1) ?? '', data: valuesOf('data').join('\n') };
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
