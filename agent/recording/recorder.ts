/** The recorder: asks web for recordings that nobody works on, and records as many meetings as it may at a time. */
import { setTimeout as sleep } from 'node:timers/promises';
import { dispose } from '@livekit/rtc-node';
import { type Config, ConfigError, requireParts } from '../../lib/config.ts';
import { createId } from '../../lib/ids.ts';
import { createLogger } from '../../lib/logger.ts';
import {
  type ClaimedRecording,
  claimedRecordingSchema,
  leftFilesOrderSchema,
  type RecorderReport,
  recorderOrderSchema,
} from '../../lib/recorder-messages.ts';
import { openRecordingStore } from '../../lib/recordings/open-store.ts';
import { callWeb } from '../web-client.ts';
import { signWorkerToken } from '../worker-token.ts';
import { createHandOver } from './hand-over.ts';
import { recordMeeting } from './record-meeting.ts';

/** A click on "record" should act at once; the question costs web one look at an index. */
const askEveryMs = 500;

/** How often files are handed over again that the store did not take. */
const handOverEveryMs = 15_000;

/** Web was not heard for so long: something is wrong. */
const inTouchMs = 10_000;

export interface Recorder {
  /** True while web answers. */
  isInTouch(): boolean;
  /** Works until the signal; then finishes every file that is open. */
  run(signal: AbortSignal): Promise<void>;
}

export async function createRecorder(config: Config): Promise<Recorder> {
  const { livekit } = requireParts(config, 'livekit');
  const webUrl = config.web.url;
  if (!webUrl) throw new ConfigError(['PARLEY_URL: the recorder needs the address of web']);
  const logger = createLogger('recorder', config.logLevel);
  const recorderId = createId('wrk');
  const { folder, bucket } = config.recordings;
  const running = new Set<Promise<void>>();
  /** Folders of recordings whose files are still written. */
  const open = new Set<string>();
  let heardAt = 0;
  const call = async (path: string, body?: object) => {
    const token = await signWorkerToken(livekit.apiSecret);
    const answer = await callWeb(`${webUrl}/api/recorder/${path}`, token, body);
    heardAt = Date.now();
    return answer;
  };

  // A shared folder is the store itself.
  const handOver = bucket
    ? createHandOver({
        folder,
        store: await openRecordingStore(config.recordings),
        askAbout: async (recording) => {
          const [meetingId, recordingId] = recording.split('/');
          const answer = await call(`meetings/${meetingId}/recordings/${recordingId}`);
          return leftFilesOrderSchema.parse(await answer.json()).order;
        },
        logger,
      })
    : null;
  const giveAll = async () =>
    void (await handOver?.giveAll((location) => [...open].some((each) => location.startsWith(each))));

  const claim = async (): Promise<ClaimedRecording | null> => {
    const answer = await call('claim', { recorderId });
    return answer.status === 204 ? null : claimedRecordingSchema.parse(await answer.json());
  };

  const record = (claimed: ClaimedRecording, signal: AbortSignal): Promise<void> => {
    const { recordingId, meetingId } = claimed;
    const child = logger.child({ recordingId, meetingId });
    const own = `${meetingId}/${recordingId}/`;
    open.add(own);
    return recordMeeting({
      claimed: { ...claimed, serverUrl: livekit.url },
      folder,
      report: async (files, finished) => {
        const body: RecorderReport = { recorderId, files, finished };
        const answer = await call(`recordings/${recordingId}/report`, body);
        return recorderOrderSchema.parse(await answer.json()).order;
      },
      handOver: async () => {
        open.delete(own);
        await giveAll();
      },
      signal,
      now: Date.now,
      logger: child,
    })
      .catch((error) => child.error({ err: error }, 'a recording broke'))
      .finally(() => open.delete(own));
  };

  return {
    isInTouch: () => Date.now() - heardAt < inTouchMs,
    async run(signal) {
      logger.info({ maxJobs: config.agent.maxJobs }, 'recorder starts');
      const handingOver = handOver && repeat(giveAll, handOverEveryMs, signal);
      let failing = false;
      while (!signal.aborted) {
        const claimed = running.size < config.agent.maxJobs ? await claim().catch(() => undefined) : null;
        if (claimed === undefined && !failing) logger.warn('web gives no work');
        failing = claimed === undefined;
        if (claimed) {
          const work = record(claimed, signal).finally(() => running.delete(work));
          running.add(work);
        } else await sleep(askEveryMs, undefined, { signal }).catch(() => undefined);
      }
      await Promise.all([...running, handingOver]);
      await dispose();
    },
  };
}

async function repeat(work: () => Promise<void>, everyMs: number, signal: AbortSignal): Promise<void> {
  while (!signal.aborted) {
    await work();
    await sleep(everyMs, undefined, { signal }).catch(() => undefined);
  }
}
