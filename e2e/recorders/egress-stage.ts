/** Web and functions of the product on a real database, with LiveKit in memory and a stand-in for LiveKit Egress. */
import { mkdirSync, mkdtempSync } from 'node:fs';
import { rm, utimes, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Database } from '../../db/database.ts';
import { startFunctions } from '../../functions/testing/start-functions.ts';
import { personAttributes } from '../../lib/messages.ts';
import { recordingListSchema } from '../../lib/recording-messages.ts';
import { openRecordingStore } from '../../lib/recordings/open-store.ts';
import { createTestDatabase } from '../../local/testing/test-database.ts';
import { createEgressPort } from '../../web/recording/egress/egress-port.ts';
import { signName } from '../../web/recording/egress/folder-sign.ts';
import { watchRecordings } from '../../web/recording/watch-recordings.ts';
import { createTestWeb, type TestWeb } from '../../web/testing/test-web.ts';
import { type FakeEgress, startFakeEgress } from './fake-egress.ts';
import { type RecordingStage, type StagedMeeting, type StagedPerson, until } from './recorder.contract.ts';

export interface EgressStage extends RecordingStage {
  open(title: string): Promise<EgressMeeting>;
  database: Database;
  web: TestWeb;
  egress: FakeEgress;
  folder: string;
  /** Lets so much time pass for whatever is judged by its age. */
  passTime(ms: number): Promise<void>;
  /** As the health check of Egress' container. */
  touchSign(at?: Date): Promise<void>;
}

export interface EgressMeeting extends StagedMeeting {
  id: string;
  /** As `record`, with the picture. */
  recordPicture(): Promise<number>;
  /** What the room tells everyone. */
  isPictureShown(): boolean;
  /** The whole file, or a range of it. */
  watch(pictureId: string, headers?: Record<string, string>): Promise<Response>;
}

/** `env` adds to the configuration of web. */
export async function openEgressStage(env: Record<string, string> = {}): Promise<EgressStage> {
  const folder = mkdtempSync(join(tmpdir(), 'parley-egress-'));
  const database = await createTestDatabase();
  const web = createTestWeb(database, { RECORDINGS_FOLDER: folder, EGRESS_FOLDER: '/recordings', ...env });
  web.context.recordings = await openRecordingStore(web.context.config.recordings);
  const { apiKey, apiSecret } = web.context.livekit;
  const egress = await startFakeEgress({
    ...{ apiKey, apiSecret, folder, rooms: web.rooms },
    sendWebhook: (event) => web.sendWebhook(event),
  });
  web.context.egress = createEgressPort(
    { ...web.context.livekit, url: egress.url },
    web.context.config.recordings,
  );
  // As livekit-server: recordings of a room end with it.
  const { deleteRoom } = web.rooms;
  web.rooms.deleteRoom = async (room) => {
    await deleteRoom(room);
    await egress.closeRoom(room);
  };
  const functions = await startFunctions(database, {
    recordings: { store: web.context.recordings, whisper: null },
  });
  const stop = new AbortController();
  const rounds = runRounds(web, stop.signal);
  const touchSign = async (at = new Date()) => {
    await writeFile(join(folder, signName), '');
    await utimes(join(folder, signName), at, at);
  };
  await touchSign();

  return {
    ...{ database, web, egress, folder, touchSign },
    open: () => openMeeting({ web, egress, database, folder }),
    async passTime(ms) {
      const by = ms / 1_000;
      await database.sql`update recording_egresses set asked_at = asked_at - make_interval(secs => ${by}),
        stop_asked_at = stop_asked_at - make_interval(secs => ${by}),
        missing_since = missing_since - make_interval(secs => ${by}),
        over_at = over_at - make_interval(secs => ${by})`;
      await database.sql`update recordings set reported_at = reported_at - make_interval(secs => ${by})`;
    },
    async [Symbol.asyncDispose]() {
      stop.abort();
      await rounds;
      await functions[Symbol.asyncDispose]();
      await egress[Symbol.asyncDispose]();
      await database[Symbol.asyncDispose]();
      await rm(folder, { recursive: true, force: true });
    },
  };
}

async function runRounds(web: TestWeb, signal: AbortSignal): Promise<void> {
  while (!signal.aborted) {
    await watchRecordings(web.context);
    await sleep(150, undefined, { signal }).catch(() => undefined);
  }
}

type Parts = Pick<EgressStage, 'web' | 'egress' | 'database' | 'folder'>;

async function openMeeting({ web, egress, database }: Parts): Promise<EgressMeeting> {
  const { meeting, hostCookie } = await web.createMeeting();
  const path = `/api/meetings/${meeting.id}`;
  let host: { apiToken: string; zeroMs: number } | null = null;
  const token = () => host?.apiToken ?? '';
  const sit = (identity: string) =>
    web.rooms.enter(meeting.id, {
      ...{ identity, sid: `PA_${identity}_${Date.now()}`, kind: 'standard', joinedAt: new Date() },
      attributes: { [personAttributes.consent]: 'true' },
    });

  return {
    id: meeting.id,
    async enter(name) {
      const joined = await web.join(meeting.code, name, host ? {} : { cookie: hostCookie });
      host ??= { apiToken: joined.apiToken, zeroMs: joined.meeting.startedAtMs ?? 0 };
      sit(joined.participantId);
      return createPerson(joined.participantId, { egress, web, meetingId: meeting.id, sit });
    },
    record: async (active) =>
      (await web.request('POST', `${path}/recording`, { token: token(), body: { active } })).status,
    recordPicture: async () =>
      (
        await web.request('POST', `${path}/recording`, {
          ...{ token: token(), body: { active: true, picture: true } },
        })
      ).status,
    isPictureShown: () => JSON.parse(web.rooms.metadataOf(meeting.id) ?? '{}').features?.picture === true,
    watch: async (pictureId, headers = {}) =>
      web.fetch(`${path}/recordings/${pictureId}/picture`, {
        headers: { authorization: `Bearer ${token()}`, ...headers },
      }),
    async goOffTheRecord(paused) {
      await web.request('POST', `${path}/assistant`, { token: token(), body: { paused } });
    },
    async end() {
      await web.request('POST', `${path}/end`, { token: token() });
    },
    async recordings() {
      const { body } = await web.request('GET', `${path}/recordings`, { token: token() });
      return recordingListSchema.parse(body).recordings;
    },
    isShown: () => JSON.parse(web.rooms.metadataOf(meeting.id) ?? '{}').features?.recording === true,
    untilKept: async ({ id }) =>
      void (await until(
        () => egress.statusOf(id),
        (status) => status === 'ACTIVE',
      )),
    async download(fileId) {
      const sound = await web.fetch(`${path}/recordings/${fileId}/sound`, {
        headers: { authorization: `Bearer ${token()}` },
      });
      const folder = mkdtempSync(join(tmpdir(), 'parley-heard-'));
      const file = join(folder, `${fileId}.ogg`);
      mkdirSync(folder, { recursive: true });
      await writeFile(file, Buffer.from(await sound.arrayBuffer()));
      return file;
    },
    get zeroMs() {
      return host?.zeroMs ?? 0;
    },
    async countFinished(recordingId) {
      const rows = await database.sql`
        select id from event_outbox where name = 'recording/finished' and data->>'recordingId' = ${recordingId}`;
      return rows.length;
    },
  };
}

function createPerson(
  id: string,
  stage: Pick<EgressStage, 'egress' | 'web'> & { meetingId: string; sit: (id: string) => void },
): StagedPerson {
  const { egress, web, meetingId, sit } = stage;
  return {
    id,
    publish: async () => egress.publish(id),
    unpublish: async () => undefined,
    async say(startsMs) {
      const zero = Date.now();
      const began = startsMs.map((ms) => zero + ms);
      for (const fromMs of began) egress.hear(id, { fromMs, untilMs: fromMs + 500 });
      await sleep((startsMs.at(-1) ?? 0) + 500);
      return began;
    },
    async rejoin() {
      web.rooms.exit(meetingId, id);
      await sleep(200);
      sit(id);
    },
  };
}
