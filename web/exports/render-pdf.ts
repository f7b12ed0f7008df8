import { once } from 'node:events';
import { Worker } from 'node:worker_threads';
import type { MeetingExport } from '../../lib/meeting-export.ts';

/** The meeting as PDF, made in a thread of its own, which ends with it. */
export async function renderPdf(record: MeetingExport): Promise<Uint8Array> {
  const thread = new Worker(new URL('./pdf-thread.ts', import.meta.url), { workerData: record });
  try {
    const [pdf] = await once(thread, 'message');
    return pdf;
  } finally {
    await thread.terminate();
  }
}
