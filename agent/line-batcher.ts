/**
 * Carries final lines to web in batches: every second or 10 lines, three attempts with exponential backoff, and
 * back into the buffer when all fail. Lines leave the buffer only when web has them.
 */
import pRetry from 'p-retry';
import { ParleyError } from '../lib/errors.ts';
import type { Logger } from '../lib/logger.ts';
import type { TranscriptLine } from '../lib/messages.ts';
import type { WebClient } from './web-client.ts';

/** A line is to be found within 3 s of its end: speech to text takes up to 1 s of that, the index 0.3 s. */
const flushEveryMs = 1_000;
const flushAtLines = 10;
const attempts = 3;
const firstBackoffMs = 250;
/** After an outage the backlog goes out in larger pieces. */
const maxBatch = 200;

export interface LineBatcher {
  add(line: TranscriptLine): void;
  /**
   * Delivers all that is buffered, then says that nothing more will come. True when web has everything; gives
   * up at `deadlineMs` from now and leaves the rest to the spool.
   */
  finish(deadlineMs: number): Promise<boolean>;
}

interface LineBatcherOptions {
  web: Pick<WebClient, 'sendLines'>;
  logger: Logger;
  /** Called when web has stored every line up to `seq`. */
  onStored: (seq: number) => void;
}

/** `refused`: trying again cannot help. */
type Outcome = 'delivered' | 'failed' | 'refused';

export function createLineBatcher({ web, logger, onStored }: LineBatcherOptions): LineBatcher {
  const buffer: TranscriptLine[] = [];
  let timer: NodeJS.Timeout | null = null;
  let sending: Promise<Outcome> | null = null;
  let finishing = false;
  const giveUp = new AbortController();

  const schedule = () => {
    if (finishing || sending || buffer.length === 0) return;
    timer ??= setTimeout(flush, flushEveryMs);
  };

  const flush = () => {
    if (timer) clearTimeout(timer);
    timer = null;
    if (finishing || sending || buffer.length === 0) return;
    sending = deliver(false).then((outcome) => {
      sending = null;
      // A failed batch waits for the timer again, a backlog goes on at once.
      if (outcome === 'delivered' && buffer.length >= flushAtLines) flush();
      else schedule();
      return outcome;
    });
  };

  const deliver = async (complete: boolean): Promise<Outcome> => {
    const batch = buffer.slice(0, maxBatch);
    try {
      const answer = await pRetry(() => web.sendLines(batch, complete && batch.length === buffer.length), {
        retries: attempts - 1,
        minTimeout: firstBackoffMs,
        factor: 2,
        randomize: true,
        shouldRetry: ({ error }) => !isRefusal(error),
        signal: giveUp.signal,
      });
      buffer.splice(0, batch.length);
      const last = batch.at(-1);
      if (last) onStored(last.seq);
      if (answer.rejected.length > 0) logger.warn({ rejected: answer.rejected }, 'web set lines aside');
      return 'delivered';
    } catch (error) {
      logger.warn({ err: error, waiting: buffer.length }, 'lines not delivered, kept');
      return isRefusal(error) ? 'refused' : 'failed';
    }
  };

  return {
    add(line) {
      buffer.push(line);
      if (buffer.length >= flushAtLines) flush();
      else schedule();
    },
    async finish(deadlineMs) {
      finishing = true;
      if (timer) clearTimeout(timer);
      const late = setTimeout(() => giveUp.abort(new Error('no time left')), deadlineMs);
      if (sending) await sending;
      let outcome: Outcome;
      do outcome = await deliver(true);
      while (outcome === 'delivered' ? buffer.length > 0 : outcome === 'failed' && !giveUp.signal.aborted);
      clearTimeout(late);
      return outcome === 'delivered';
    },
  };
}

function isRefusal(error: unknown): boolean {
  return error instanceof ParleyError && !error.retryable;
}
