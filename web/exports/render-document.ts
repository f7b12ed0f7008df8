import { once } from 'node:events';
import { Worker } from 'node:worker_threads';
import type { MeetingExport } from '../../lib/meeting-export.ts';

/** The meeting as a document, made in a thread of its own, which ends with it. */
export async function renderDocument(format: 'pdf' | 'docx', record: MeetingExport): Promise<Uint8Array> {
  const thread = new Worker(new URL('./document-thread.ts', import.meta.url), {
    workerData: { format, record },
  });
  try {
    const [document] = await once(thread, 'message');
    return document;
  } finally {
    await thread.terminate();
  }
}
