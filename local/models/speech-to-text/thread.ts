/** A thread with one Moonshine. */
import { workerData } from 'node:worker_threads';
import { serveJobs } from '../threads/serve-jobs.ts';
import { loadTranscriber } from './transcriber.ts';

await serveJobs(() => loadTranscriber(workerData));
