/** The recorder: asks web for recordings that nobody works on, and records as many meetings as it may at a time. */
import { setTimeout as sleep } from 'node:timers/promises';
import { dispose } from '@livekit/rtc-node';
import { type Config, ConfigError, requireParts } from '../../lib/config.ts';
import { createId } from '../../lib/ids.ts';
import { createLogger } from '../../lib/logger.ts';
import {
  claimedRecordingSchema,
  type RecorderReport,
  recorderOrderSchema,
} from '../../lib/recording-messages.ts';
import { callWeb } from '../web-client.ts';
import { signWorkerToken } from '../worker-token.ts';
import { recordMeeting } from './record-meeting.ts';

/** A click on "record" should act at once; the question costs web one look at an index. */
const askEveryMs = 500;

/** Runs until the signal; then finishes every file that is open. */
export async function runRecorder(config: Config, signal: AbortSignal): Promise<void> {
  const { livekit } = requireParts(config, 'livekit');
  const webUrl = config.web.url;
  if (!webUrl) throw new ConfigError(['PARLEY_URL: the recorder needs the address of web']);
  const logger = createLogger('recorder', config.logLevel);
  const recorderId = createId('wrk');
  const call = async (path: string, body: object) =>
    callWeb(`${webUrl}/api/recorder/${path}`, await signWorkerToken(livekit.apiSecret), body);
  const running = new Set<Promise<void>>();
  let failing = false;

  const claim = async () => {
    const answer = await call('claim', { recorderId });
    if (answer.status === 204) return null;
    return claimedRecordingSchema.parse(await answer.json());
  };

  logger.info({ folder: config.recordings.folder, maxJobs: config.agent.maxJobs }, 'recorder starts');
  while (!signal.aborted) {
    try {
      const claimed = running.size < config.agent.maxJobs ? await claim() : null;
      failing = false;
      if (claimed) {
        const { recordingId, meetingId } = claimed;
        const child = logger.child({ recordingId, meetingId });
        const work = recordMeeting({
          claimed: { ...claimed, serverUrl: livekit.url },
          folder: config.recordings.folder,
          report: async (files, finished) => {
            const body: RecorderReport = { recorderId, files, finished };
            const answer = await call(`recordings/${recordingId}/report`, body);
            return recorderOrderSchema.parse(await answer.json()).order;
          },
          signal,
          now: Date.now,
          logger: child,
        })
          .catch((error) => child.error({ err: error }, 'a recording broke'))
          .finally(() => running.delete(work));
        running.add(work);
        continue;
      }
    } catch (error) {
      if (!failing) logger.warn({ err: error }, 'web gives no work');
      failing = true;
    }
    await sleep(askEveryMs, undefined, { signal }).catch(() => undefined);
  }
  await Promise.all(running);
  await dispose();
}
