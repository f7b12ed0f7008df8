/**
 * A model and the queue before it. Its worker thread starts with the first job or `start()`, and is started
 * again for the next job when it died.
 */
import { ParleyError } from '../../../lib/errors.ts';
import { createFairQueue } from './fair-queue.ts';
import { type ModelWorker, type ModelWorkerOptions, openModelWorker } from './model-worker.ts';

/** Jobs that may wait at one thread; at 0.1 s each this is the longest wait that still makes sense. */
const maxWaiting = 600;

export interface JobOptions {
  /** Whose turn this takes. */
  caller: string;
  /** Takes the job out of the queue; a job that has begun runs to its end, and its result is dropped. */
  signal: AbortSignal;
  /** Buffers that are handed over instead of copied. */
  transfer?: ArrayBuffer[];
}

export interface ModelThread<Input, Output> extends AsyncDisposable {
  readonly ready: boolean;
  readonly waiting: number;
  /** Resolves when the models are loaded. */
  start(): Promise<void>;
  /** Throws `ParleyError` (`rate_limited`, `unavailable`, `internal`) or the signal's reason. */
  run(input: Input, options: JobOptions): Promise<Output>;
}

interface Job<Input, Output> extends PromiseWithResolvers<Output> {
  input: Input;
  transfer: ArrayBuffer[];
}

export function createModelThread<Input, Output>(options: ModelWorkerOptions): ModelThread<Input, Output> {
  const logger = options.logger.child({ thread: options.name });
  const queue = createFairQueue<Job<Input, Output>>();
  let worker: ModelWorker<Input, Output> | null = null;
  let busy = false;
  let closed = false;

  function living(): ModelWorker<Input, Output> {
    if (!worker || worker.state === 'gone') worker = openModelWorker({ ...options, logger });
    return worker;
  }

  function rejectWaiting(error: unknown): void {
    for (let job = queue.take(); job; job = queue.take()) job.reject(error);
  }

  async function work(): Promise<void> {
    if (busy) return;
    busy = true;
    while (queue.size > 0) {
      try {
        const ready = living();
        await ready.loaded;
        const job = queue.take();
        if (job) await ready.run(job.input, job.transfer).then(job.resolve, job.reject);
      } catch (error) {
        // A thread that cannot load would be started for ever: those who wait are told instead.
        rejectWaiting(error);
      }
    }
    busy = false;
  }

  return {
    get ready() {
      return worker?.state === 'ready';
    },
    get waiting() {
      return queue.size;
    },
    start: () => living().loaded,
    async run(input, { caller, signal, transfer = [] }) {
      signal.throwIfAborted();
      if (closed) throw stopping();
      if (queue.size >= maxWaiting) {
        throw new ParleyError('rate_limited', 'Too many requests wait for this model; try again later.', {
          retryable: true,
        });
      }
      const job = { input, transfer, ...Promise.withResolvers<Output>() };
      const withdraw = queue.add(caller, job);
      const onAbort = () => {
        withdraw();
        job.reject(signal.reason);
      };
      signal.addEventListener('abort', onAbort, { once: true });
      void work();
      return job.promise.finally(() => signal.removeEventListener('abort', onAbort));
    },
    async [Symbol.asyncDispose]() {
      closed = true;
      rejectWaiting(stopping());
      await worker?.stop();
    },
  };
}

function stopping(): ParleyError {
  return new ParleyError('unavailable', 'The model server is stopping.');
}
