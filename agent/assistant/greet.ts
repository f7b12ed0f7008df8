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
  voice: Pick<Voice, 'say'>;
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

/** Resolves when the greeting was said, or when there is none to say. */
export async function greet(options: GreetOptions): Promise<void> {
  const { greeting, web, voice, room, replies, isAudible, quietMs, by, logger, signal } = options;
  const startedMs = Date.now();
  let isPause = false;
  while (!isPause && Date.now() - startedMs < patienceMs) {
    await sleep(checkEveryMs, undefined, { signal, ref: false }).catch(() => undefined);
    if (signal.aborted) return;
    isPause = room.people().length > 0 && quietMs() >= pauseMs;
  }
  const text = greeting();
  if (text === '') return;
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
  const spoken =
    isPause && isAudible() && (await voice.say({ id: reply.id, text, signal })).spokenText !== '';
  replies.publish({ ...reply, spoken, state: 'done' });
}
