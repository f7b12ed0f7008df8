/**
 * The agent process. LiveKit dispatches one job per meeting to it; each job is a child process that loads this
 * file again for its default export. A person joins, the agent listens.
 */
import { defineAgent, type VAD } from '@livekit/agents';
import * as silero from '@livekit/agents-plugin-silero';
import { type ConfigPart, readConfig } from '../lib/config.ts';
import { runProcess } from '../lib/run-process.ts';
import { runMeetingJob } from './meeting-job.ts';
import { runWorker } from './worker.ts';

/** The agent has no database and no secret of web. */
const uses: ConfigPart[] = ['livekit', 'models'];

export default defineAgent<{ vad: VAD }>({
  prewarm: async (process) => {
    process.userData.vad = await silero.VAD.load();
  },
  entry: async (ctx) => {
    // biome-ignore lint/style/noProcessEnv: the entry of a job process
    await runMeetingJob(ctx, ctx.proc.userData.vad, readConfig(process.env, uses));
  },
});

if (import.meta.main) {
  await runProcess('agent', (signal, env) => runWorker(import.meta.filename, readConfig(env, uses), signal));
}
