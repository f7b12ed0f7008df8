/** The inner side of a model thread: loads once, then answers one job at a time. */
import { parentPort } from 'node:worker_threads';
import type { ThreadMessage, ThreadOrder } from './messages.ts';

/** `load` may take seconds; what it gives is called for every job. */
export async function serveJobs<Input, Output>(
  load: () => Promise<(input: Input) => Promise<Output>>,
): Promise<void> {
  const port = parentPort;
  if (!port) throw new Error('this file runs in a worker thread only');
  const post = (message: ThreadMessage<Output>) => port.postMessage(message);
  const work = await load();
  let answered = Promise.resolve();
  port.on('message', (order: ThreadOrder<Input>) => {
    if (order.type === 'stop') {
      void answered.then(() => port.close());
      return;
    }
    answered = work(order.input).then(
      (output) => post({ type: 'done', output }),
      (error: Error) => post({ type: 'failed', message: error.message }),
    );
  });
  post({ type: 'ready' });
}
