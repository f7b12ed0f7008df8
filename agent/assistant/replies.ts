/** Carries replies to the people that they are for, while they are written, and to web when they are done. */
import { setTimeout as sleep } from 'node:timers/promises';
import pRetry from 'p-retry';
import type { Reply } from '../../lib/assistant-messages.ts';
import { ParleyError } from '../../lib/errors.ts';
import type { Logger } from '../../lib/logger.ts';
import type { AssistantWeb } from './assistant-web.ts';

export interface Replies {
  /** Shows a reply as it is now; one that is not being written any more is also stored. */
  publish(reply: Reply): void;
  /** Waits for what is not stored yet, at most so long. */
  close(deadlineMs: number): Promise<void>;
}

interface RepliesOptions {
  web: Pick<AssistantWeb, 'saveReply'>;
  /** Identities of the people in the room. */
  present: () => readonly string[];
  /** Hands a reply to one person; rejects when they cannot be reached. */
  send: (identity: string, reply: Reply) => Promise<void>;
  logger: Logger;
}

/** Beyond so many people, all but the asker get only the finished text: each update is one call per person. */
const watchers = 12;
/** Reading does not get better with more updates. */
const updateMs = 120;
const retries = { retries: 6, minTimeout: 500, factor: 2.5, maxTimeout: 20_000, randomize: true };

export function createReplies({ web, present, send, logger }: RepliesOptions): Replies {
  /** The newest state that a person has not been sent yet, by person and reply. */
  const outboxes = new Map<string, Map<string, Reply>>();
  const saving = new Set<Promise<void>>();
  const givingUp = new AbortController();

  const drain = async (identity: string, outbox: Map<string, Reply>) => {
    while (outbox.size > 0) {
      for (const [id, reply] of outbox) {
        outbox.delete(id);
        await send(identity, reply).catch((error) => logger.debug({ err: error }, 'reply not shown'));
        if (reply.state === 'writing') await sleep(updateMs);
      }
    }
    outboxes.delete(identity);
  };

  const show = (identity: string, reply: Reply) => {
    const outbox = outboxes.get(identity);
    if (outbox) return void outbox.set(reply.id, reply);
    const first = new Map([[reply.id, reply]]);
    outboxes.set(identity, first);
    void drain(identity, first);
  };

  const save = async (reply: Reply) => {
    try {
      await pRetry(() => web.saveReply(reply), {
        ...retries,
        shouldRetry: ({ error }) => !(error instanceof ParleyError) || error.retryable,
        signal: givingUp.signal,
      });
    } catch (error) {
      logger.error({ err: error, replyId: reply.id }, 'reply not stored');
    }
  };

  return {
    publish(reply) {
      const { asker, audience, state } = reply;
      const people = present();
      for (const identity of people) {
        const isAsker = identity === asker?.id;
        if (!isAsker && (audience === 'me' || (state === 'writing' && people.length > watchers))) continue;
        show(identity, reply);
      }
      if (state === 'writing') return;
      const saved = save(reply).finally(() => saving.delete(saved));
      saving.add(saved);
    },
    async close(deadlineMs) {
      const late = setTimeout(() => givingUp.abort(new Error('no time left')), deadlineMs);
      await Promise.all(saving);
      clearTimeout(late);
    },
  };
}
