/** One worker thread with loaded models: works on one input at a time and ends when told to. */
import { once } from 'node:events';
import { Worker } from 'node:worker_threads';
import { ParleyError } from '../../../lib/errors.ts';
import type { Logger } from '../../../lib/logger.ts';
import type { ThreadMessage, ThreadOrder } from './messages.ts';

export interface ModelWorkerOptions {
  name: string;
  /** A file that calls `serveJobs`. */
  entry: URL;
  workerData: unknown;
  logger: Logger;
}

export interface ModelWorker<Input, Output> {
  readonly state: 'loading' | 'ready' | 'gone';
  /** Resolves when the models are loaded; throws `ParleyError` (`unavailable`) when they cannot be. */
  loaded: Promise<void>;
  /** Throws `ParleyError`: `internal` when this input failed, `unavailable` when the thread died over it. */
  run(input: Input, transfer: ArrayBuffer[]): Promise<Output>;
  /** Resolves when the thread has ended; an input under way is answered first. */
  stop(): Promise<void>;
}

export function openModelWorker<Input, Output>(options: ModelWorkerOptions): ModelWorker<Input, Output> {
  const { entry, workerData, name, logger } = options;
  const startedAt = performance.now();
  // Tensors are garbage at once: a small nursery collects them before they pile up, 70 MB less for all threads.
  const worker = new Worker(entry, { workerData, name, resourceLimits: { maxYoungGenerationSizeMb: 8 } });
  const loading = Promise.withResolvers<void>();
  loading.promise.catch(() => {});
  let state: ModelWorker<Input, Output>['state'] = 'loading';
  let current: PromiseWithResolvers<Output> | null = null;

  worker.on('message', (message: ThreadMessage<Output>) => {
    switch (message.type) {
      case 'ready':
        state = 'ready';
        logger.info({ loadMs: Math.round(performance.now() - startedAt) }, 'models loaded');
        return loading.resolve();
      case 'done':
        return current?.resolve(message.output);
      case 'failed':
        return current?.reject(
          new ParleyError('internal', `The model could not do this: ${message.message}.`),
        );
    }
  });
  worker.on('error', (error) => logger.error({ err: error }, 'the model thread failed'));
  worker.on('exit', () => {
    state = 'gone';
    const gone = new ParleyError('unavailable', `The ${name} model stopped; try again.`);
    loading.reject(gone);
    current?.reject(gone);
  });
  const tell = (order: ThreadOrder<Input>, transfer: ArrayBuffer[] = []) =>
    worker.postMessage(order, transfer);

  return {
    get state() {
      return state;
    },
    loaded: loading.promise,
    run(input, transfer) {
      current = Promise.withResolvers<Output>();
      tell({ type: 'job', input }, transfer);
      return current.promise;
    },
    async stop() {
      if (state === 'gone') return;
      // It ends by itself: a thread that is ended in the middle of a model takes the process with it, because
      // onnxruntime-node throws where nobody can catch.
      const ended = once(worker, 'exit');
      tell({ type: 'stop' });
      await ended;
    },
  };
}
