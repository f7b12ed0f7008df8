/**
 * The outer side of a model thread: owns one worker thread and the queue before it. The thread starts with the
 * first job or `start()`, works on one job at a time, and is started again for the next job when it died.
 */
import { Worker } from 'node:worker_threads';
import { ParleyError } from '../../../lib/errors.ts';
import type { Logger } from '../../../lib/logger.ts';
import { createFairQueue } from './fair-queue.ts';
import type { ThreadMessage } from './messages.ts';

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

export interface ModelThreadOptions {
  name: string;
  /** A file that calls `serveJobs`. */
  entry: URL;
  workerData: unknown;
  logger: Logger;
}

interface Waiting<Input, Output> {
  input: Input;
  transfer: ArrayBuffer[];
  resolve(output: Output): void;
  reject(error: unknown): void;
}

interface Running {
  worker: Worker;
  ready: boolean;
  loaded: Promise<void>;
}

export function createModelThread<Input, Output>(options: ModelThreadOptions): ModelThread<Input, Output> {
  const log = options.logger.child({ thread: options.name });
  const queue = createFairQueue<Waiting<Input, Output>>();
  let thread: Running | null = null;
  let current: Waiting<Input, Output> | null = null;
  let closed = false;

  function open(): Running {
    const startedAt = performance.now();
    const worker = new Worker(options.entry, { workerData: options.workerData, name: options.name });
    const loaded = Promise.withResolvers<void>();
    loaded.promise.catch(() => {});
    const opened: Running = { worker, ready: false, loaded: loaded.promise };
    worker.on('message', (message: ThreadMessage<Output>) => {
      if (message.type === 'ready') {
        opened.ready = true;
        log.info({ loadMs: Math.round(performance.now() - startedAt) }, 'models loaded');
        loaded.resolve();
      } else {
        const job = current;
        current = null;
        if (message.type === 'done') job?.resolve(message.output);
        else job?.reject(new ParleyError('internal', `The model could not do this: ${message.message}.`));
      }
      next();
    });
    worker.on('error', (error) => log.error({ err: error }, 'the model thread failed'));
    worker.on('exit', () => {
      const gone = new ParleyError('unavailable', `The ${options.name} model stopped; try again.`);
      if (thread === opened) thread = null;
      loaded.reject(gone);
      current?.reject(gone);
      current = null;
      // A thread that cannot load would be started for ever: those who wait are told instead.
      if (!opened.ready) for (let job = queue.take(); job; job = queue.take()) job.reject(gone);
      next();
    });
    return opened;
  }

  function next(): void {
    if (current || closed || queue.size === 0) return;
    thread ??= open();
    if (!thread.ready) return;
    const job = queue.take();
    if (!job) return;
    current = job;
    thread.worker.postMessage(job.input, job.transfer);
  }

  return {
    get ready() {
      return thread?.ready ?? false;
    },
    get waiting() {
      return queue.size;
    },
    start() {
      thread ??= open();
      return thread.loaded;
    },
    async run(input, { caller, signal, transfer = [] }) {
      signal.throwIfAborted();
      if (closed) throw new ParleyError('unavailable', 'The model server is stopping.');
      if (queue.size >= maxWaiting) {
        throw new ParleyError('rate_limited', 'Too many requests wait for this model; try again later.', {
          retryable: true,
        });
      }
      const { promise, resolve, reject } = Promise.withResolvers<Output>();
      const withdraw = queue.add(caller, { input, transfer, resolve, reject });
      const onAbort = () => {
        withdraw();
        reject(signal.reason);
      };
      signal.addEventListener('abort', onAbort, { once: true });
      next();
      return promise.finally(() => signal.removeEventListener('abort', onAbort));
    },
    async [Symbol.asyncDispose]() {
      closed = true;
      for (let job = queue.take(); job; job = queue.take()) {
        job.reject(new ParleyError('unavailable', 'The model server is stopping.'));
      }
      await thread?.worker.terminate();
    },
  };
}
