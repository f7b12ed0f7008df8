/** The agent worker: registers with LiveKit, takes jobs up to its maximum, replays spools, reports to web. */
import { AgentServer, initializeLogger, type JobRequest, ServerOptions } from '@livekit/agents';
import { dispatchMetadataSchema } from '../lib/agent-messages.ts';
import { type Config, ConfigError, requireParts } from '../lib/config.ts';
import { createId } from '../lib/ids.ts';
import { createLogger } from '../lib/logger.ts';
import { agentIdentity, agentName, agentStateAttribute } from '../lib/messages.ts';
import { createJobSlots } from './job-slots.ts';
import { replaySpools } from './replay-spools.ts';
import { parseRoomMetadata } from './room-metadata.ts';
import { callWeb } from './web-client.ts';
import { signWorkerToken } from './worker-token.ts';

const reportEveryMs = 5_000;
const replayEveryMs = 10_000;

/** Runs until the signal; then takes no new jobs and lets running ones finish for `drainSeconds`. */
export async function runWorker(agentFile: string, config: Config, signal: AbortSignal): Promise<void> {
  const { livekit } = requireParts(config, 'livekit', 'speech');
  const webUrl = config.web.url;
  if (!webUrl) throw new ConfigError(['PARLEY_URL: the agent needs the address of web']);
  const logger = createLogger('agent', config.logLevel);
  initializeLogger({ pretty: false, level: config.logLevel === 'debug' ? 'debug' : 'warn' });
  const slots = createJobSlots(config.agent.maxJobs);

  const server = new AgentServer(
    new ServerOptions({
      agent: agentFile,
      agentName,
      wsURL: livekit.url.replace(/^http/, 'ws'),
      apiKey: livekit.apiKey,
      apiSecret: livekit.apiSecret,
      host: config.web.host,
      port: config.agent.port,
      production: true,
      logLevel: config.logLevel === 'debug' ? 'debug' : 'warn',
      numIdleProcesses: config.agent.idleProcesses,
      drainTimeout: config.agent.drainSeconds * 1_000,
      loadFunc: async (worker) => slots.load(worker.activeJobs.length),
      requestFunc: (request) => answerRequest(request, () => slots.take(server.activeJobs.length)),
    }),
  );

  const logged = (what: string, work: () => Promise<unknown>) => () =>
    void work().catch((error) => logger.warn({ err: error }, what));
  const workerId = createId('wrk');
  const replay = logged('spools not replayed', () =>
    replaySpools({ folder: config.agent.spoolFolder, webUrl, logger }),
  );
  const report = logged('web does not take the report', async () => {
    if (server.id === 'unregistered') return;
    const load = { workerId, activeJobs: server.activeJobs.length, maxJobs: config.agent.maxJobs };
    await callWeb(`${webUrl}/api/agent/workers`, await signWorkerToken(livekit.apiSecret), load);
  });
  replay();
  // Web dispatches only where it knows of a worker, so it hears of this one at once.
  server.event.on('worker_registered', report);
  const timers = [setInterval(replay, replayEveryMs), setInterval(report, reportEveryMs)];

  const stop = async () => {
    logger.info('worker stops');
    await server.drain().catch((error) => logger.warn({ err: error }, 'jobs did not end in time'));
    await server.close();
  };
  const stopped = new Promise<void>((resolve, reject) => {
    if (signal.aborted) resolve();
    signal.addEventListener('abort', () => void stop().then(resolve, reject), { once: true });
  });
  logger.info({ maxJobs: config.agent.maxJobs }, 'worker starts');
  try {
    await Promise.race([server.run(), stopped]);
    await stopped;
  } finally {
    for (const timer of timers) clearInterval(timer);
  }
}

/** Accepts a dispatch of ours under the identity of its epoch; LiveKit asks other workers when we refuse. */
async function answerRequest(request: JobRequest, takeSlot: () => boolean): Promise<void> {
  const dispatch = dispatchMetadataSchema.safeParse(parseJson(request.job.metadata));
  if (!dispatch.success || !takeSlot()) return request.reject();
  const { meetingId, epoch } = dispatch.data;
  const room = parseRoomMetadata(request.room?.metadata);
  const name = room.ok ? room.metadata.persona.name : 'AI participant';
  await request.accept(name, agentIdentity(meetingId, epoch), '', { [agentStateAttribute]: 'joining' });
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
