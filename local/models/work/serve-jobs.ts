/** The inner side of a model thread: loads once, then answers one job at a time. */
import { parentPort } from 'node:worker_threads';
import type { ThreadMessage } from './messages.ts';

/** `load` may take seconds; its result is called for every job and may say which buffers to hand over. */
export async function serveJobs<Input, Output>(
  load: () => Promise<(input: Input) => Promise<Output>>,
): Promise<void> {
  const port = parentPort;
  if (!port) throw new Error('this file runs in a worker thread only');
  const post = (message: ThreadMessage<Output>) => port.postMessage(message);
  const work = await load();
  port.on('message', (input: Input) => {
    work(input).then(
      (output) => post({ type: 'done', output }),
      (error: Error) => post({ type: 'failed', message: error.message }),
    );
  });
  post({ type: 'ready' });
}
