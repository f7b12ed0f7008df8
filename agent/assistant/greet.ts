/** Greets a meeting once: when somebody is there and nobody speaks. */
import { setTimeout as sleep } from 'node:timers/promises';
import type { AnsweredBy, Reply } from '../../lib/assistant-messages.ts';
import { createId } from '../../lib/ids.ts';
import type { Logger } from '../../lib/logger.ts';
import type { Voice } from '../voice/voice.ts';
import type { AssistantRoom } from './assistant-room.ts';
import type { AssistantWeb } from './assistant-web.ts';
import type { Replies } from './replies.ts';

interface GreetOptions {
  /** Empty: it does not greet. */
  greeting: () => string;
  web: Pick<AssistantWeb, 'saveReply'>;
  voice: Pick<Voice, 'say' | 'state'>;
  room: Pick<AssistantRoom, 'people'>;
  replies: Pick<Replies, 'publish'>;
  isAudible: () => boolean;
  /** Milliseconds since somebody was last heard. */
  quietMs: () => number;
  by: AnsweredBy;
  logger: Logger;
  signal: AbortSignal;
}

const pauseMs = 1_500;
/** People who talk for so long from the start do not need a greeting in the middle: it is written only. */
const patienceMs = 30_000;
const checkEveryMs = 250;
const watchEveryMs = 50;

/** Resolves when the greeting was said, or when there is none to say. */
export async function greet(options: GreetOptions): Promise<void> {
  const { greeting, web, room, replies, isAudible, quietMs, by, logger, signal } = options;
  const untilMs = Date.now() + patienceMs;
  /** True in a pause; false when none came in time. */
  const waitForPause = async () => {
    while (!signal.aborted && Date.now() < untilMs) {
      if (room.people().length > 0 && quietMs() >= pauseMs) return true;
      await sleep(checkEveryMs, undefined, { signal, ref: false }).catch(() => undefined);
    }
    return false;
  };
  await waitForPause();
  const text = greeting();
  if (signal.aborted || text === '') return;
  const reply: Reply = {
    id: createId('rpl'),
    kind: 'greeting',
    asker: null,
    question: '',
    cause: null,
    audience: 'all',
    text,
    citations: [],
    by,
    spoken: false,
    state: 'writing',
    atMs: Date.now(),
  };
  try {
    // Web keeps one greeting for a meeting: whoever stores it says it.
    await web.saveReply(reply);
  } catch (error) {
    logger.info({ err: error }, 'does not greet');
    return;
  }
  let saying: Saying = 'overtaken';
  while (saying === 'overtaken' && isAudible() && (await waitForPause())) {
    saying = await sayInPause(options, text);
  }
  replies.publish({ ...reply, spoken: saying === 'heard', state: 'done' });
}

/** `overtaken`: somebody began to speak before it was heard. */
type Saying = 'heard' | 'overtaken' | 'failed';

async function sayInPause({ voice, quietMs, signal }: GreetOptions, text: string): Promise<Saying> {
  const overtaken = new AbortController();
  const watch = setInterval(() => {
    if (voice.state !== 'speaking' && quietMs() < pauseMs) overtaken.abort();
  }, watchEveryMs);
  const { spokenText } = await voice.say({
    id: createId('rpl'),
    text,
    signal: AbortSignal.any([signal, overtaken.signal]),
  });
  clearInterval(watch);
  if (spokenText !== '') return 'heard';
  return overtaken.signal.aborted ? 'overtaken' : 'failed';
}
