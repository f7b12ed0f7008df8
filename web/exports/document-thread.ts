/** A thread that makes one document: three hours of talk take a second, in which web answers others. */
import { parentPort, workerData } from 'node:worker_threads';
import { z } from 'zod/mini';
import { meetingExportSchema } from '../../lib/meeting-export.ts';

const { format, record } = z
  .object({ format: z.enum(['pdf', 'docx']), record: meetingExportSchema })
  .parse(workerData);

parentPort?.postMessage(
  format === 'pdf'
    ? await (await import('./pdf.ts')).toPdf(record)
    : await (await import('./docx.ts')).toDocx(record),
);
