/** A meeting is recorded on the whole system: who is told, where each sound lies, and what a killed recorder leaves. */
import { mkdtempSync, rmSync } from 'node:fs';
import { writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { Room } from '@livekit/rtc-node';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Joined } from '../lib/messages.ts';
import { type RecordingView, recordingListSchema } from '../lib/recording-messages.ts';
import { readOpusFile } from '../lib/sound/opus-reader.ts';
import { type Instance, startInstance } from '../local/instance.ts';
import { createApiClient } from './rehearsal/api-client.ts';
import { freshEnvironment } from './rehearsal/fresh-environment.ts';
import { type Microphone, publishMicrophone } from './rehearsal/microphone.ts';
import { createPlayback } from './rehearsal/playback.ts';

const folder = mkdtempSync(join(tmpdir(), 'parley-recording-'));
const sampleRate = 24_000;
/** On the way to the recorder: LiveKit's queue, the network, a jitter buffer, and a busy machine. */
const transitMs = 500;

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

async function enter(joined: Joined) {
  const room = new Room();
  await room.connect(joined.serverUrl, joined.token, { autoSubscribe: false, dynacast: false });
  return { room, [Symbol.asyncDispose]: () => room.disconnect() };
}

/** Plays bursts now; resolves with the Unix times at which they began. */
async function play(microphone: Microphone, startsMs: number[]): Promise<number[]> {
  const began: number[] = [];
  await microphone.play(bursts(startsMs), {
    startAtMs: Date.now() + 100,
    signal: new AbortController().signal,
    onMark: (mark, atMs) => {
      if (mark.edge === 'first') began.push(atMs);
    },
  });
  return began;
}

/** Milliseconds into the file at which sound begins after silence. */
async function onsetsOf(file: string): Promise<number[]> {
  const onsets: number[] = [];
  let at = 0;
  let loudUntil = Number.NEGATIVE_INFINITY;
  for await (const piece of readOpusFile(file, 16_000)) {
    for (const sample of piece) {
      at += 1;
      if (Math.abs(sample) < 3_000) continue;
      if (at - loudUntil > 4_000) onsets.push(at / 16);
      loudUntil = at;
    }
  }
  return onsets;
}

describe('a recording', () => {
  let instance: Instance;
  const host = () => createApiClient(instance.url);

  beforeAll(async () => {
    instance = await startInstance({ dataFolder: join(folder, 'data'), env: freshEnvironment(process.env) });
  });
  afterAll(async () => {
    await instance?.[Symbol.asyncDispose]();
    rmSync(folder, { recursive: true, force: true });
  });

  const call = async (joined: Joined, path: string, body?: object) => {
    const answer = await fetch(`${instance.url}/api/meetings/${joined.meeting.id}/${path}`, {
      method: body ? 'POST' : 'GET',
      headers: { authorization: `Bearer ${joined.apiToken}`, 'content-type': 'application/json' },
      ...(body ? { body: JSON.stringify(body) } : {}),
    });
    return answer;
  };
  const readRecordings = async (joined: Joined): Promise<RecordingView[]> =>
    recordingListSchema.parse(await (await call(joined, 'recordings')).json()).recordings;
  const until = async <T>(read: () => Promise<T>, isThere: (value: T) => boolean): Promise<T> => {
    for (const deadline = Date.now() + 20_000; ; await sleep(200)) {
      const value = await read();
      if (isThere(value)) return value;
      if (Date.now() > deadline) throw new Error(`still ${JSON.stringify(value)}`);
    }
  };
  const isRecorded = ({ room }: { room: Room }) =>
    JSON.parse(room.metadata ?? '{}').features?.recording === true;
  const download = async (joined: Joined, fileId: string): Promise<string> => {
    const sound = await call(joined, `recordings/${fileId}/sound`);
    expect(sound.headers.get('content-type')).toBe('audio/ogg');
    const copy = join(folder, `${fileId}.ogg`);
    await writeFile(copy, Buffer.from(await sound.arrayBuffer()));
    return copy;
  };
  const isComplete = ([first]: RecordingView[]) => first?.status === 'complete';

  it('holds each person in a file of their own, at the right moment, also after a mute', async () => {
    const client = host();
    const meeting = await client.createMeeting('Recorded');
    const joined = await client.join(meeting.code, { name: 'Ana', email: 'ana@example.test' });
    await using ana = await enter(joined);
    const microphone = await publishMicrophone(ana.room, sampleRate);
    expect((await call(joined, 'recording', { active: true })).status).toBe(204);
    await until(async () => isRecorded(ana), Boolean);
    await until(
      () => readRecordings(joined),
      ([first]) => (first?.files.length ?? 0) > 0,
    );
    const began = await play(microphone, [500, 2_000]);
    await microphone.close();
    await sleep(1_500);
    const again = await publishMicrophone(ana.room, sampleRate);
    await sleep(500);
    began.push(...(await play(again, [300])));
    await sleep(500);
    expect((await call(joined, 'recording', { active: false })).status).toBe(204);
    await until(
      async () => isRecorded(ana),
      (recorded) => !recorded,
    );
    const [recording] = await until(() => readRecordings(joined), isComplete);
    expect(recording).toMatchObject({ problem: '', files: [{ name: 'Ana' }] });

    const [file] = recording?.files ?? [];
    const copy = await download(joined, file?.id ?? '');
    const zeroMs = (joined.meeting.startedAtMs ?? 0) + (file?.startMs ?? 0);
    const onsets = (await onsetsOf(copy)).map((ms) => zeroMs + ms);
    expect(onsets).toHaveLength(3);
    const lateMs = onsets.map((ms, index) => ms - (began[index] ?? 0));
    for (const late of lateMs) expect(late).toBeGreaterThan(0);
    for (const late of lateMs) expect(late).toBeLessThan(transitMs);
    // The sounds of one file lie right to each other, whatever the way cost.
    expect(Math.max(...lateMs) - Math.min(...lateMs)).toBeLessThan(200);
    await client.end(joined);
  });

  it('survives its recorder: what was kept is there, another one goes on, and the end of the meeting ends it', async () => {
    const client = host();
    const meeting = await client.createMeeting('Killed');
    const joined = await client.join(meeting.code, { name: 'Ben', email: 'ben@example.test' });
    await using ben = await enter(joined);
    const microphone = await publishMicrophone(ben.room, sampleRate);
    await call(joined, 'recording', { active: true });
    const hasFiles = (count: number) => (list: RecordingView[]) => (list[0]?.files.length ?? 0) >= count;
    await until(() => readRecordings(joined), hasFiles(1));
    await play(microphone, [0, 3_000]);
    await sleep(1_500);
    instance.parts.recorder.kill();
    // The lease of the dead one ends first.
    await until(() => readRecordings(joined), hasFiles(2));
    await play(microphone, [500]);
    await sleep(500);
    await client.end(joined);

    const [recording] = await until(() => readRecordings(joined), isComplete);
    const [before, after] = recording?.files ?? [];
    expect(before?.durationMs).toBeGreaterThan(3_000);
    expect(await onsetsOf(await download(joined, before?.id ?? ''))).toHaveLength(2);
    expect(await onsetsOf(await download(joined, after?.id ?? ''))).toHaveLength(1);
  });

  it('is started by those who may, and never off the record or in a meeting that is over', async () => {
    const client = host();
    const meeting = await client.createMeeting('Rights');
    const joined = await client.join(meeting.code, { name: 'Ana', email: 'ana@example.test' });
    const guest = await createApiClient(instance.url).join(meeting.code, {
      name: 'Gil',
      email: 'gil@example.test',
    });
    expect((await call(guest, 'recording', { active: true })).status).toBe(403);
    expect((await call(guest, 'recording/ask', {})).status).toBe(204);
    await client.end(joined);
    const late = await call(joined, 'recording', { active: true });
    expect(await late.json()).toMatchObject({ error: { message: 'This meeting is not running.' } });
  });
});
