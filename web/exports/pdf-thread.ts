/** A thread that makes one PDF: three hours of talk take a second, in which web answers others. */
import { parentPort, workerData } from 'node:worker_threads';
import { meetingExportSchema } from '../../lib/meeting-export.ts';
import { toPdf } from './pdf.ts';

parentPort?.postMessage(await toPdf(meetingExportSchema.parse(workerData)));
