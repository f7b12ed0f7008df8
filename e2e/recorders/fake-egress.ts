/**
 * LiveKit Egress as it was seen to behave (docs/operations.md), over the HTTP API that LiveKit's own client calls. It
 * writes real Ogg/Opus files, of pictures the boxes of an MP4, and reports by webhooks. Waits of seconds are shortened.
 * Of pictures only the failure without an encoder was seen: the rest is as with sound.
 */
import { mkdirSync } from 'node:fs';
import { readFile, stat, writeFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { dirname, join } from 'node:path';
import { json } from 'node:stream/consumers';
import { setTimeout as sleep } from 'node:timers/promises';
import { TokenVerifier } from 'livekit-server-sdk';
import { z } from 'zod';
import { mp4File } from '../../lib/recordings/testing/mp4-boxes.ts';
import type { FakeLiveKit } from '../../web/testing/fake-livekit.ts';
import { type Tone, writeTones } from './sound.ts';

const fileOf = (fileType: string) =>
  z.tuple([
    z.object({
      file: z.object({
        fileType: z.literal(fileType),
        filepath: z.string(),
        disableManifest: z.boolean(),
      }),
    }),
  ]);
const orderFields = {
  roomName: z.string(),
  storage: z.optional(
    z.object({
      s3: z.object({ endpoint: z.string(), bucket: z.string(), accessKey: z.string(), secret: z.string() }),
    }),
  ),
};
/** The sound of one person, or the picture of everyone; one output each. */
const startSchema = z.union([
  z.object({
    ...orderFields,
    media: z.object({
      audio: z.object({ routes: z.tuple([z.object({ participantIdentity: z.string() })]) }),
    }),
    outputs: fileOf('OGG'),
  }),
  z.object({
    ...orderFields,
    template: z.object({ layout: z.enum(['speaker', 'grid']) }),
    preset: z.enum(['H264_720P_30', 'H264_1080P_30']),
    outputs: fileOf('MP4'),
  }),
]);
type Order = z.infer<typeof startSchema>;

type Status = 'STARTING' | 'ACTIVE' | 'ENDING' | 'COMPLETE' | 'FAILED' | 'ABORTED' | 'LIMIT_REACHED';
const isOver = (status: Status) => !['STARTING', 'ACTIVE', 'ENDING'].includes(status);

interface Recording {
  egressId: string;
  order: Order;
  status: Status;
  /** Milliseconds; the file's own start is later. */
  startedAtMs: number;
  firstSampleMs: number | null;
  file: { durationMs: number; size: number } | null;
  error: string;
  errorCode: number;
  details: string;
  /** Its process was killed: it stays as it is for good. */
  isLost: boolean;
}

export interface FakeEgress extends AsyncDisposable {
  url: string;
  /** A person's microphone is on from now on. */
  publish(identity: string): Promise<void>;
  /** A person is heard; kept by whatever records at that time. */
  hear(identity: string, tone: Tone): void;
  /** Ends every recording of a room, as its end does. */
  closeRoom(room: string): Promise<void>;
  /** Status of what records a person, or the picture of a room, now; null when nothing does. */
  statusOf(subject: string): Status | null;
  /** As by its own signal or limit: over, with what there is. */
  cut(subject: string, how: 'FAILED' | 'LIMIT_REACHED', options?: { keepsFile: boolean }): Promise<void>;
  /** SIGKILL: records stay as they are, nothing is reported, no order is answered. */
  kill(): void;
  /** The service is there again; what it recorded is lost. */
  restart(): void;
  /** LiveKit's memory is empty until the next change. */
  wipe(): void;
  /** Orders that are carried out while their answer is lost. */
  losesAnswers: boolean;
  /** So many at a time; further ones get what a missing service gets. */
  capacity: number;
  /** What becomes of an order of a picture: too few cores is what a missing service gets. */
  pictures: 'made' | 'no cores' | 'no encoder';
  /** A picture is brought away until then. */
  pictureUpload: Promise<unknown>;
  /** Files are promised and are not there, or empty. */
  losesFiles: 'no' | 'missing' | 'empty';
  /** How webhooks go out. */
  webhooks: 'once' | 'twice, in any order' | 'never';
}

interface FakeEgressOptions {
  apiKey: string;
  apiSecret: string;
  rooms: FakeLiveKit;
  /** Where `/recordings` of the container is on this machine. */
  folder: string;
  sendWebhook(event: object): Promise<unknown>;
}

type Sound = Parameters<typeof writeTones>[1];

class Refusal extends Error {
  readonly status: number;
  constructor(status: number, message: string) {
    super(message);
    this.status = status;
  }
}

export async function startFakeEgress(options: FakeEgressOptions): Promise<FakeEgress> {
  const { rooms, folder, sendWebhook } = options;
  const verifier = new TokenVerifier(options.apiKey, options.apiSecret);
  let records: Recording[] = [];
  let forgotten: Recording[] = [];
  let isAlive = true;
  let isDraining = false;
  let count = 0;
  const published = new Set<string>();
  const tones = new Map<string, Tone[]>();
  const subjectOf = ({ order }: Recording) =>
    'media' in order ? order.media.audio.routes[0].participantIdentity : order.roomName;
  /** A picture begins with the first of those who are there. */
  const hasTrack = async (record: Recording): Promise<boolean> => {
    if ('media' in record.order) return published.has(subjectOf(record));
    const people = await rooms.listParticipants(record.order.roomName);
    return people.some(({ identity }) => published.has(identity));
  };
  const open = () => [...records, ...forgotten].filter(({ status, isLost }) => !isOver(status) && !isLost);

  const infoOf = (record: Recording) => {
    const ns = (ms: number) => String(Math.round(ms * 1e6));
    const { firstSampleMs, file, order, status } = record;
    return {
      ...{ egressId: record.egressId, roomName: order.roomName, sourceType: 'EGRESS_SOURCE_TYPE_SDK' },
      ...(status === 'STARTING' ? {} : { status: `EGRESS_${status}` }),
      startedAt: ns(record.startedAtMs),
      updatedAt: ns(Date.now()),
      egress: order,
      fileResults: [
        firstSampleMs === null
          ? {}
          : {
              filename: order.outputs[0].file.filepath,
              startedAt: ns(firstSampleMs),
              // Up to half a second longer than the file.
              ...(file ? { duration: ns(file.durationMs + 400), size: String(file.size) } : {}),
            },
      ],
      ...(record.error ? { error: record.error, errorCode: record.errorCode } : {}),
      details: record.details,
    };
  };

  const report = (event: string, record: Recording) => {
    if (!isAlive || fake.webhooks === 'never') return;
    records.push(...forgotten.splice(0));
    const body = {
      event,
      id: `EV_${++count}`,
      createdAt: String(Math.floor(Date.now() / 1_000)),
      egressInfo: infoOf(record),
    };
    const times = fake.webhooks === 'once' ? [0] : [Math.random() * 400, Math.random() * 400];
    for (const delay of times) void sleep(delay).then(() => sendWebhook(body));
  };

  const activate = (record: Recording) => {
    record.status = 'ACTIVE';
    record.firstSampleMs = Date.now();
    report('egress_updated', record);
  };

  const finish = async (record: Recording, status: Status, details: string, keepsFile = true) => {
    if (record.status === 'ENDING' || isOver(record.status)) return;
    const { firstSampleMs } = record;
    record.status = 'ENDING';
    record.details = details;
    report('egress_updated', record);
    if (firstSampleMs !== null && keepsFile) {
      const untilMs = Date.now();
      const said = tones.get(subjectOf(record)) ?? [];
      if ('template' in record.order) await fake.pictureUpload;
      const size =
        fake.losesFiles === 'missing'
          ? 5_000
          : await writeFileOf(record, { fromMs: firstSampleMs, untilMs, tones: said });
      record.file = { durationMs: untilMs - firstSampleMs, size: fake.losesFiles === 'empty' ? 0 : size };
    }
    record.status = status;
    rooms.exit(record.order.roomName, record.egressId);
    report('egress_ended', record);
  };

  /** To the folder, or straight to the bucket that the order names; gives its size. */
  const writeFileOf = async ({ order, egressId }: Recording, sound: Sound): Promise<number> => {
    const { filepath } = order.outputs[0].file;
    const s3 = order.storage?.s3;
    const path = s3 ? join(folder, egressId) : join(folder, filepath.replace('/recordings/', ''));
    mkdirSync(dirname(path), { recursive: true });
    if ('template' in order) await writeFile(path, mp4File(sound.untilMs - sound.fromMs));
    else await writeTones(path, sound);
    if (s3) {
      await fetch(`${s3.endpoint}/${s3.bucket}/${filepath}`, { method: 'PUT', body: await readFile(path) });
    }
    return (await stat(path)).size;
  };

  const abort = (record: Recording, status: Status, error: string, errorCode: number) => {
    Object.assign(record, { status, error, errorCode });
    rooms.exit(record.order.roomName, record.egressId);
    report('egress_ended', record);
  };

  const start = async (body: unknown) => {
    const order = startSchema.parse(body);
    const isRefused = 'template' in order && fake.pictures === 'no cores';
    if (!isAlive || isDraining || isRefused || open().length >= fake.capacity) {
      await sleep(300);
      throw new Refusal(503, 'no response from servers');
    }
    const { roomName } = order;
    if (rooms.metadataOf(roomName) === null) throw new Refusal(404, 'requested room does not exist');
    const record: Recording = {
      ...{ egressId: `EG_${++count}`, order, status: 'STARTING', startedAtMs: Date.now() - 300 },
      ...{ firstSampleMs: null, file: null, error: '', errorCode: 0, details: '', isLost: false },
    };
    if (fake.losesAnswers) {
      // Nobody is to find it before its answer is given up.
      void sleep(100).then(() => begin(record));
      throw new Refusal(504, 'deadline exceeded');
    }
    await begin(record);
    return infoOf(record);
  };

  const begin = async (record: Recording) => {
    const { egressId, order } = record;
    const { roomName } = order;
    records.push(record);
    rooms.enter(roomName, { identity: egressId, sid: `PA_${egressId}`, kind: 'other', joinedAt: new Date() });
    report('egress_started', record);
    const people = (await rooms.listParticipants(roomName)).map(({ identity }) => identity);
    if ('media' in order && !people.includes(subjectOf(record))) {
      void sleep(300).then(() => abort(record, 'FAILED', 'participant not found', 404));
    } else if ('template' in order && fake.pictures === 'no encoder') {
      // It takes no more orders, and ends with what it has begun.
      isDraining = true;
      void sleep(40).then(() => abort(record, 'FAILED', 'no element "faac"', 500));
    } else if (await hasTrack(record)) void sleep(40).then(() => activate(record));
  };

  const stop = async (body: unknown) => {
    const { egressId } = z.object({ egressId: z.string() }).parse(body);
    const record = [...records, ...forgotten].find((each) => each.egressId === egressId);
    if (!record) throw new Refusal(404, 'egress does not exist');
    if (!isAlive || record.isLost) throw new Refusal(408, 'request timed out');
    if (isOver(record.status))
      throw new Refusal(412, `egress with status ${record.status} cannot be stopped`);
    if (record.status === 'STARTING') abort(record, 'ABORTED', 'Start signal not received', 412);
    else void finish(record, 'COMPLETE', 'End reason: StopEgress API');
    return infoOf(record);
  };

  const list = async (body: unknown) => {
    const { roomName } = z.object({ roomName: z.string() }).parse(body);
    return { items: records.filter(({ order }) => order.roomName === roomName).map(infoOf) };
  };

  const methods: Record<string, (body: unknown) => Promise<unknown>> = {
    '/twirp/livekit.Egress/StartEgress': start,
    '/twirp/livekit.Egress/StopEgress': stop,
    '/twirp/livekit.Egress/ListEgress': list,
  };
  const server = createServer(async (request, response) => {
    const answer = (status: number, body: unknown) =>
      response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(body));
    try {
      const claims = await verifier.verify((request.headers.authorization ?? '').replace('Bearer ', ''));
      if (!claims.video?.roomRecord) throw new Refusal(403, 'permissions denied');
      const method = methods[request.url ?? ''];
      if (!method) throw new Refusal(404, 'no such method');
      answer(200, await method(await json(request)));
    } catch (error) {
      const status = error instanceof Refusal ? error.status : 400;
      answer(status, { code: status === 503 ? 'unavailable' : 'unknown', msg: String(error) });
    }
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));

  const fake: FakeEgress = {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    ...{ losesAnswers: false, capacity: 100, losesFiles: 'no', webhooks: 'once' },
    ...{ pictures: 'made', pictureUpload: Promise.resolve() },
    async publish(identity) {
      published.add(identity);
      for (const record of open()) {
        if (isAlive && record.status === 'STARTING' && (await hasTrack(record))) activate(record);
      }
    },
    hear: (identity, tone) => void tones.set(identity, [...(tones.get(identity) ?? []), tone]),
    async closeRoom(room) {
      const left = open().filter(
        ({ order, status }) => isAlive && order.roomName === room && status !== 'ENDING',
      );
      await Promise.all(
        left.map((record) =>
          record.status === 'STARTING'
            ? abort(record, 'ABORTED', 'Start signal not received', 412)
            : finish(record, 'COMPLETE', 'End reason: Source closed'),
        ),
      );
    },
    statusOf: (subject) => open().findLast((record) => subjectOf(record) === subject)?.status ?? null,
    async cut(subject, how, { keepsFile } = { keepsFile: true }) {
      const record = open().find((each) => subjectOf(each) === subject);
      if (!record) throw new Error(`nothing records ${subject}`);
      Object.assign(record, { error: 'it was cut', errorCode: how === 'FAILED' ? 500 : 413 });
      await finish(record, how, '', keepsFile);
    },
    kill() {
      isAlive = false;
      for (const record of open()) {
        record.isLost = true;
        rooms.exit(record.order.roomName, record.egressId);
      }
    },
    restart() {
      isAlive = true;
      isDraining = false;
    },
    wipe() {
      forgotten = [...forgotten, ...records];
      records = [];
    },
    async [Symbol.asyncDispose]() {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
  return fake;
}
