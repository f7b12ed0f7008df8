/**
 * The few calls to LiveKit Egress that web makes. Sound is one Ogg/Opus file per person. Only the picture is an MP4: an
 * Egress that cannot encode one goes down with it.
 */
import {
  EgressClient,
  EncodedFileType,
  EncodingOptionsPreset,
  FileOutput,
  MediaSource,
  Output,
  S3Upload,
  StartEgressRequest,
  StorageConfig,
  TemplateSource,
} from 'livekit-server-sdk';
import type { Config, S3Bucket } from '../../../lib/config.ts';
import { ParleyError } from '../../../lib/errors.ts';
import { type EgressReport, readEgress } from './read-egress.ts';

export interface EgressPort {
  /**
   * Records all that one person says in a room from now on, over mutes and reconnects, until `stop` or the end of the
   * room. `unavailable` when no service has room for it, which LiveKit finds out in 21 to 23 s.
   */
  start(order: { room: string; identity: string; location: string }): Promise<EgressReport>;
  /**
   * Records everyone in one picture with their sound, from when the first of them is seen or heard until `stop` or the
   * end of the room. Throws as `start` does.
   */
  startPicture(order: { room: string; location: string }): Promise<EgressReport>;
  /** Succeeds also when it is over; what became of it is reported later. */
  stop(egressId: string): Promise<void>;
  /** All of a room that LiveKit knows, those of the last 24 h included. */
  list(room: string): Promise<EgressReport[]>;
}

/** LiveKit answers within 23 s; the SDK would give up after 10. */
const requestTimeoutSeconds = 30;

/** 30 frames a second: 3,000 and 4,500 kbit/s, 1.4 and 2 GB an hour. */
const presets = {
  '720p': EncodingOptionsPreset.H264_720P_30,
  '1080p': EncodingOptionsPreset.H264_1080P_30,
};

/** Why a host cannot record the picture. */
export const noPicture =
  'Here only the sound can be recorded: the picture needs LiveKit Egress set up for it.';

export function createEgressPort(
  livekit: NonNullable<Config['livekit']>,
  { bucket, egressFolder, picture }: Pick<Config['recordings'], 'bucket' | 'egressFolder' | 'picture'>,
): EgressPort {
  const client = new EgressClient(livekit.url.replace(/^ws/, 'http'), livekit.apiKey, livekit.apiSecret, {
    requestTimeout: requestTimeoutSeconds,
  });
  const root = bucket ? bucket.prefix : `${egressFolder ?? ''}/`;
  const toFile = (fileType: EncodedFileType, location: string) => {
    const value = new FileOutput({ fileType, filepath: `${root}${location}`, disableManifest: true });
    const output = new Output({ config: { case: 'file', value } });
    return { outputs: [output], ...(bucket ? { storage: storageOf(bucket) } : {}) };
  };
  return {
    start: ({ room, identity, location }) =>
      call(async () => {
        const routes = [{ match: { case: 'participantIdentity' as const, value: identity } }];
        const request = new StartEgressRequest({
          roomName: room,
          source: { case: 'media', value: new MediaSource({ audio: { routes } }) },
          ...toFile(EncodedFileType.OGG, location),
        });
        return readEgress(await client.startEgress(request));
      }),
    startPicture: ({ room, location }) =>
      call(async () => {
        if (!picture) throw new ParleyError('unavailable', noPicture);
        const request = new StartEgressRequest({
          roomName: room,
          source: { case: 'template', value: new TemplateSource({ layout: picture.layout }) },
          encoding: { case: 'preset', value: presets[picture.size] },
          ...toFile(EncodedFileType.MP4, location),
        });
        return readEgress(await client.startEgress(request));
      }),
    stop: (egressId) =>
      call(async () => {
        await client.stopEgress(egressId).catch((error) => {
          // 404: unknown, 412: it has ended.
          if (![404, 412].includes(statusOf(error) ?? 0)) throw error;
        });
      }),
    list: (roomName) => call(async () => (await client.listEgress({ roomName })).map(readEgress)),
  };
}

function storageOf({ endpoint, region, name, accessKey, secretKey }: S3Bucket): StorageConfig {
  const value = new S3Upload({
    ...{ region, bucket: name, accessKey, secret: secretKey },
    ...(endpoint ? { endpoint, forcePathStyle: true } : {}),
  });
  return new StorageConfig({ provider: { case: 's3', value } });
}

const statusOf = (error: unknown) =>
  error instanceof Error && 'status' in error && typeof error.status === 'number' ? error.status : null;

async function call<T>(run: () => Promise<T>): Promise<T> {
  try {
    return await run();
  } catch (cause) {
    if (cause instanceof ParleyError) throw cause;
    const status = statusOf(cause);
    // No status: nobody answered. A missing room is over, and no fault of the recorder.
    if (status === 404) throw new ParleyError('not_found', 'The room is not there.', { cause });
    if (status !== null && status < 500 && status !== 408 && status !== 429) {
      throw new ParleyError('bad_request', 'The recorder refused the recording.', { cause });
    }
    throw new ParleyError('unavailable', 'The recorder was not available.', { cause });
  }
}
