/** A thread with one Moonshine. */
import { workerData } from 'node:worker_threads';
import { serveJobs } from '../work/serve-jobs.ts';
import { loadTranscriber } from './transcriber.ts';

await serveJobs(() => loadTranscriber(workerData));
