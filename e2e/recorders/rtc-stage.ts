/** The whole system with a real LiveKit, and our own recorder process. */
import { mkdtempSync, rmSync } from 'node:fs';
import { writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Room } from '@livekit/rtc-node';
import postgres from 'postgres';
import type { Joined } from '../../lib/messages.ts';
import { recordingListSchema } from '../../lib/recording-messages.ts';
import { type Instance, startInstance } from '../../local/instance.ts';
import { createApiClient } from '../rehearsal/api-client.ts';
import { freshEnvironment } from '../rehearsal/fresh-environment.ts';
import { type Microphone, publishMicrophone } from '../rehearsal/microphone.ts';
import { createPlayback } from '../rehearsal/playback.ts';
import { type RecordingStage, type StagedMeeting, type StagedPerson, until } from './recorder.contract.ts';

export interface RtcStage extends RecordingStage {
  instance: Instance;
  /** Any call of a person to the API of their meeting: GET without a body. */
  call(joined: Joined, path: string, body?: object): Promise<Response>;
}

const sampleRate = 24_000;

/** `env` adds to the configuration. */
export async function openRtcStage(env: Record<string, string> = {}): Promise<RtcStage> {
  const folder = mkdtempSync(join(tmpdir(), 'parley-recording-'));
  const instance = await startInstance({
    dataFolder: join(folder, 'data'),
    env: { ...freshEnvironment(process.env), ...env },
  });
  const people = new Set<AsyncDisposable>();
  const call: RtcStage['call'] = (joined, path, body) =>
    fetch(`${instance.url}/api/meetings/${joined.meeting.id}/${path}`, {
      method: body ? 'POST' : 'GET',
      headers: { authorization: `Bearer ${joined.apiToken}`, 'content-type': 'application/json' },
      ...(body ? { body: JSON.stringify(body) } : {}),
    });
  return {
    ...{ instance, call },
    open: (title) => openMeeting({ title, instance, call, people, folder }),
    async [Symbol.asyncDispose]() {
      for (const person of people) await person[Symbol.asyncDispose]();
      await instance[Symbol.asyncDispose]();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

interface OpenOptions extends Pick<RtcStage, 'instance' | 'call'> {
  title: string;
  people: Set<AsyncDisposable>;
  folder: string;
}

async function openMeeting({ title, instance, call, people, folder }: OpenOptions): Promise<StagedMeeting> {
  const client = createApiClient(instance.url);
  const meeting = await client.createMeeting(title);
  let host: { joined: Joined; room: () => Room } | null = null;
  const ofHost = () => {
    if (!host) throw new Error('nobody hosts yet');
    return host;
  };
  const shown = () => JSON.parse(ofHost().room().metadata ?? '{}').features ?? {};
  const recordings = async () =>
    recordingListSchema.parse(await (await call(ofHost().joined, 'recordings')).json()).recordings;

  return {
    recordings,
    async enter(name) {
      const who = { name, email: `${name.toLowerCase()}@example.test` };
      const joined = await (host ? createApiClient(instance.url) : client).join(meeting.code, who);
      const person = await createPerson(joined);
      people.add(person);
      host ??= { joined, room: person.room };
      return person;
    },
    record: async (active) => {
      const { status } = await call(ofHost().joined, 'recording', { active });
      await until(shown, ({ recording }) => recording === active);
      return status;
    },
    async goOffTheRecord(paused) {
      await call(ofHost().joined, 'assistant', { paused });
      await until(shown, (features) => features.paused === paused);
    },
    end: async () => client.end(ofHost().joined),
    isShown: () => shown().recording === true,
    async untilKept({ id }) {
      await until(recordings, (list) =>
        list.some(
          ({ status, files }) => status === 'recording' && files.some((file) => file.participantId === id),
        ),
      );
    },
    async download(fileId) {
      const sound = await call(ofHost().joined, `recordings/${fileId}/sound`);
      if (sound.headers.get('content-type') !== 'audio/ogg') throw new Error('this is no sound');
      const copy = join(folder, `${fileId}.ogg`);
      await writeFile(copy, Buffer.from(await sound.arrayBuffer()));
      return copy;
    },
    get zeroMs() {
      return ofHost().joined.meeting.startedAtMs ?? 0;
    },
    async countFinished(recordingId) {
      const sql = postgres(instance.env.DATABASE_URL ?? '', { max: 1, onnotice: () => undefined });
      const rows = await sql`
        select id from event_outbox where name = 'recording/finished' and data->>'recordingId' = ${recordingId}`;
      await sql.end();
      return rows.length;
    },
  };
}

async function createPerson({
  participantId,
  serverUrl,
  token,
}: Joined): Promise<StagedPerson & AsyncDisposable & { room: () => Room }> {
  const connect = async () => {
    const entered = new Room();
    await entered.connect(serverUrl, token, { autoSubscribe: false, dynacast: false });
    return entered;
  };
  let room = await connect();
  let microphone: Microphone | null = null;
  return {
    id: participantId,
    room: () => room,
    async publish() {
      microphone = await publishMicrophone(room, sampleRate);
    },
    async unpublish() {
      await microphone?.close();
      microphone = null;
    },
    async say(startsMs) {
      const began: number[] = [];
      await microphone?.play(bursts(startsMs), {
        startAtMs: Date.now() + 100,
        signal: new AbortController().signal,
        onMark: (mark, atMs) => {
          if (mark.edge === 'first') began.push(atMs);
        },
      });
      return began;
    },
    async rejoin() {
      await room.disconnect();
      room = await connect();
    },
    [Symbol.asyncDispose]: () => room.disconnect(),
  };
}

/** Half a second of a tone at the given moments. */
function bursts(startsMs: number[]) {
  const samples = Int16Array.from(
    { length: sampleRate / 2 },
    (_, i) => 12_000 * Math.cos((i * 2 * Math.PI * 440) / sampleRate),
  );
  const utterances = startsMs.map((startMs, index) => ({
    ...{ index, speaker: 'ana', file: '', startMs, durationMs: 500, text: '', samples },
    voiced: { first: 0, last: samples.length - 1 },
  }));
  const totalMs = (startsMs.at(-1) ?? 0) + 1_000;
  return createPlayback({ title: '', sampleRate, speakers: [], totalMs, utterances }, 'ana');
}
