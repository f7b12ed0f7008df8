import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { eq } from 'drizzle-orm';
import { afterAll, describe, expect, it } from 'vitest';
import { listAccess } from '../../db/queries/access-log.ts';
import { meetings } from '../../db/schema/meetings.ts';
import { recordings } from '../../db/schema/recordings.ts';
import { lineRevisions } from '../../db/schema/revisions.ts';
import { addLines } from '../../functions/testing/seed-meeting.ts';
import { createId, type Id, type MeetingId } from '../../lib/ids.ts';
import { createFolderStore } from '../../lib/recordings/folder-store.ts';
import {
  type CreateShare,
  type SharedMeeting,
  type ShareView,
  sharedMeetingSchema,
} from '../../lib/shares.ts';
import { readOpusFile } from '../../lib/sound/opus-reader.ts';
import { createOpusWriter } from '../../lib/sound/opus-writer.ts';
import { shareTestWeb } from '../testing/share-test-web.ts';

const folder = await mkdtemp(join(tmpdir(), 'parley-part-'));
afterAll(() => rm(folder, { recursive: true, force: true }));
const web = await shareTestWeb({ RECORDINGS_FOLDER: folder });
const { database } = web.context;
const { db } = database;

const rate = 48_000;
/** The recording begins a second after the meeting. */
const recordedAfterMs = 1_000;

/** Six seconds: a tone of another pitch in each, so that every packet tells its second. */
async function recordTones(path: string): Promise<void> {
  const sound = Int16Array.from({ length: 6 * rate }, (_, index) => {
    const pitch = 300 * (Math.floor(index / rate) + 1);
    return 8_000 * Math.sin((2 * Math.PI * pitch * index) / rate);
  });
  const writer = await createOpusWriter({ file: path, sampleRate: rate });
  await writer.write(sound);
  await writer.close();
}

/** Which second of the tones sounds at the middle of each tenth of a second. */
async function secondsIn(bytes: Buffer): Promise<number[]> {
  const file = join(folder, `${createId('evt')}.ogg`);
  await writeFile(file, bytes);
  const sound = (await Array.fromAsync(readOpusFile(file, rate))).flatMap((piece) => [...piece]);
  const tenth = rate / 10;
  return Array.from({ length: Math.floor(sound.length / tenth) }, (_, at) => {
    const part = sound.slice(at * tenth, (at + 1) * tenth);
    const crossings = part.filter((value, index) => value >= 0 !== (part[index + 1] ?? value) >= 0).length;
    return Math.round((crossings * 10) / 2 / 300);
  });
}

interface Stage {
  meetingId: MeetingId;
  recordingId: Id<'rec'>;
  cookie: string;
  /** The whole mix. */
  mix: Buffer;
  post(body: Partial<CreateShare>): Promise<{ status: number; body: unknown }>;
  /** Makes a link and opens it. */
  open(span: CreateShare['span']): Promise<{
    share: ShareView;
    shown: SharedMeeting;
    text: string;
    sound(headers?: Record<string, string>, recordingId?: string): Promise<Response>;
  }>;
}

const second = (at: number) => ({ startMs: at * 1_000, endMs: at * 1_000 + 900 });

/** Ana, Ben and Cleo speak in turn for seven seconds; a recording has all but the first. */
async function seed(): Promise<Stage> {
  const { cookie } = await web.signIn('owner@example.test');
  const { meeting } = await web.createMeeting(cookie);
  const ana = await web.join(meeting.code, 'Ana', { cookie });
  const [ben, cleo] = [await web.join(meeting.code, 'Ben'), await web.join(meeting.code, 'Cleo')];
  const of = ({ participantId }: { participantId: string }, speakerName: string) => ({
    speaker: participantId,
    speakerName,
  });
  await addLines(database, meeting.id, [
    { ...of(cleo, 'Cleo'), ...second(0), text: 'Before all.' },
    { ...of(cleo, 'Cleo'), ...second(1), endMs: 2_100, text: 'Into the part.' },
    { ...of(ana, 'Ana'), ...second(2), text: 'It begins.' },
    { ...of(ben, 'Ben'), ...second(3), endMs: 4_950, text: 'A long one.' },
    { ...of(ana, 'Ana'), ...second(4), text: 'Yes.' },
    { ...of(cleo, 'Cleo'), ...second(5), text: 'After it.' },
    { ...of(cleo, 'Cleo'), ...second(6), text: 'After all.' },
  ]);
  const recordingId = createId('rec');
  const location = `${meeting.id}/${recordingId}/mix.ogg`;
  const file = join(folder, `${recordingId}.ogg`);
  await recordTones(file);
  await createFolderStore(folder).write(location, file);
  const [row] = await db.select().from(meetings).where(eq(meetings.id, meeting.id));
  const startedAt = new Date((row?.startedAt?.getTime() ?? 0) + recordedAfterMs);
  await db.insert(recordings).values({
    id: recordingId,
    meetingId: meeting.id,
    status: 'complete',
    startedAt,
    mixLocation: location,
    mixDurationMs: 6_000,
  });
  await web.request('POST', `/api/meetings/${meeting.id}/end`, { token: ana.apiToken });
  const post: Stage['post'] = (body) =>
    web.request('POST', `/api/meetings/${meeting.id}/shares`, {
      headers: { cookie },
      body: { parts: ['transcript', 'recording'], expiresInDays: 7, ...body },
    });
  return {
    meetingId: meeting.id,
    recordingId,
    cookie,
    mix: await readFile(file),
    post,
    async open(span) {
      const { share } = (await post({ span })).body as { share: ShareView };
      const secret = new URL(share.url ?? '').hash.slice(1);
      const { body, cookies } = await web.request('POST', '/api/shares/open', { body: { secret } });
      return {
        share,
        shown: sharedMeetingSchema.parse(body),
        text: JSON.stringify(body),
        sound: async (headers = {}, id = recordingId) =>
          web.fetch(`/api/shares/${share.id}/sound/${id}`, { headers: { cookie: cookies, ...headers } }),
      };
    },
  };
}

const line = (seq: number) => ({ epoch: 1, seq });
const middle = { by: 'lines', from: line(3), to: line(5) } as const;

describe('a link to a part', () => {
  it('shows the lines of the part as a whole, and nothing that tells of the rest', async () => {
    const { open, meetingId } = await seed();
    const { shown, text, share } = await open(middle);
    expect(shown.isPart).toBe(true);
    expect(shown.transcript?.lines).toMatchObject([
      { epoch: 1, seq: 1, startMs: 0, endMs: 900, speaker: 'Ana', text: 'It begins.' },
      { epoch: 1, seq: 2, startMs: 1_000, endMs: 2_950, speaker: 'Ben', text: 'A long one.' },
      { epoch: 1, seq: 3, startMs: 2_000, endMs: 2_900, speaker: 'Ana', text: 'Yes.' },
    ]);
    expect(shown.people.toSorted()).toEqual(['Ana', 'Ben']);
    for (const outside of ['Cleo', 'Before', 'Into', 'After']) expect(text).not.toContain(outside);
    expect(shown).toMatchObject({ summary: null, tasks: null, decisions: null });
    const [row] = await db.select().from(meetings).where(eq(meetings.id, meetingId));
    const zeroMs = row?.startedAt?.getTime() ?? 0;
    expect(shown.meeting).toMatchObject({ startedAtMs: zeroMs + 2_000, endedAtMs: zeroMs + 4_950 });
    expect(text).not.toContain(String(row?.endedAt?.getTime()));
    expect(shown.recordings).toMatchObject([{ startMs: 0, durationMs: 2_950 }]);
    expect(share.span).toEqual({ fromMs: 2_000, untilMs: 4_950 });
    const [entry] = await listAccess(db, meetingId, { limit: 5 }).then((entries) =>
      entries.filter(({ event }) => event === 'shared'),
    );
    expect(entry?.note).toBe('transcript, recording from 0:02 to 0:04');
  });

  it('shows by times what was said in them from beginning to end', async () => {
    const { open } = await seed();
    const texts = async (fromMs: number, untilMs: number) =>
      (await open({ by: 'times', fromMs, untilMs })).shown.transcript?.lines.map(({ text }) => text);
    expect(await texts(2_000, 4_949)).toEqual(['It begins.', 'Yes.']);
    expect(await texts(2_001, 4_950)).toEqual(['A long one.', 'Yes.']);
    expect(await texts(0, 60_000)).toHaveLength(7);
  });

  it('plays the part, and no sound from before or after it', async () => {
    const { open, mix } = await seed();
    const { sound } = await open(middle);
    const answer = await sound();
    expect([answer.status, answer.headers.get('content-type')]).toEqual([200, 'audio/ogg']);
    const bytes = Buffer.from(await answer.arrayBuffer());
    expect(answer.headers.get('content-length')).toBe(String(bytes.length));
    expect(bytes.length).toBeLessThan(mix.length * 0.6);
    // From 2.0 to 4.95 s of the meeting: seconds 1.0 to 3.95 of the recording, whose tones are numbered from one.
    const heard = await secondsIn(bytes);
    expect(heard.slice(1, -1).filter((each) => each < 2 || each > 4)).toEqual([]);
    expect(heard).toEqual(expect.arrayContaining([2, 3, 4]));
  });

  it('gives ranges of the part alone, however they are asked for', async () => {
    const { open } = await seed();
    const { sound } = await open(middle);
    const whole = Buffer.from(await (await sound()).arrayBuffer());
    const size = whole.length;
    const half = Math.floor(size / 2);
    const range = async (header: string) => {
      const answer = await sound({ range: header });
      return { answer, bytes: Buffer.from(await answer.arrayBuffer()) };
    };
    const [first, second] = [await range(`bytes=0-${half}`), await range(`bytes=${half + 1}-`)];
    expect(Buffer.concat([first.bytes, second.bytes]).equals(whole)).toBe(true);
    expect(first.answer.headers.get('content-range')).toBe(`bytes 0-${half}/${size}`);
    expect((await range(`bytes=0-999999999`)).bytes.equals(whole)).toBe(true);
    expect((await range('bytes=-7')).bytes.equals(whole.subarray(-7))).toBe(true);
    expect((await range('bytes=-999999999')).bytes.equals(whole)).toBe(true);
    expect((await range(`bytes=${size}-`)).answer.status).toBe(416);
    expect((await range('bytes=40-0')).answer.status).toBe(416);
  });

  it('plays no recording of which nothing is in the part', async () => {
    const { open, meetingId } = await seed();
    const later = createId('rec');
    const [row] = await db.select().from(meetings).where(eq(meetings.id, meetingId));
    await db.insert(recordings).values({
      id: later,
      meetingId,
      status: 'complete',
      startedAt: new Date((row?.startedAt?.getTime() ?? 0) + 60_000),
      mixLocation: `${meetingId}/${later}/mix.ogg`,
      mixDurationMs: 1_000,
    });
    const { sound, shown } = await open(middle);
    expect(shown.recordings).toHaveLength(1);
    expect((await sound({}, later)).status).toBe(404);
  });

  it('says that sound is gone which cannot be read', async () => {
    const { open, meetingId, recordingId } = await seed();
    const { sound } = await open(middle);
    const path = join(folder, meetingId, recordingId, 'mix.ogg');
    await writeFile(path, '0123456789');
    expect((await sound()).status).toBe(404);
    await rm(path);
    expect((await sound()).status).toBe(404);
  });

  it('shows words as they were corrected since, and stays where it was', async () => {
    const { open, meetingId } = await seed();
    const { share } = await open(middle);
    const edited = (seq: number, text: string) => ({
      meetingId,
      epoch: 1,
      seq,
      source: 'person' as const,
      text,
    });
    await db.insert(lineRevisions).values([edited(3, 'It begins here.'), edited(6, 'Not for them.')]);
    const secret = new URL(share.url ?? '').hash.slice(1);
    const { body } = await web.request('POST', '/api/shares/open', { body: { secret } });
    expect(JSON.stringify(body)).not.toContain('Not for them.');
    expect(sharedMeetingSchema.parse(body).transcript?.lines.map(({ text }) => text)).toEqual([
      'It begins here.',
      'A long one.',
      'Yes.',
    ]);
  });
});

describe('choosing a part', () => {
  it.each<[string, Partial<CreateShare>]>([
    ['lines that there are not', { span: { by: 'lines', from: line(3), to: line(99) } }],
    ['lines of another epoch', { span: { by: 'lines', from: line(3), to: { epoch: 2, seq: 5 } } }],
    ['lines in the other order', { span: { by: 'lines', from: line(5), to: line(3) } }],
    ['times in the other order', { span: { by: 'times', fromMs: 5_000, untilMs: 2_000 } }],
    ['no time at all', { span: { by: 'times', fromMs: 2_000, untilMs: 2_000 } }],
    ['times before the meeting', { span: { by: 'times', fromMs: -1, untilMs: 2_000 } }],
    ['times after it', { span: { by: 'times', fromMs: 60_000, untilMs: 70_000 } }],
    ['times that no database holds', { span: { by: 'times', fromMs: 0, untilMs: 3_000_000_000 } }],
    ['half a sentence', { span: { by: 'times', fromMs: 3_100, untilMs: 3_900 } }],
    ['the summary of a part', { parts: ['summary', 'transcript'], span: middle }],
    ['the picture of a part', { parts: ['picture'], span: middle }],
    ['something else', { span: { by: 'speaker' } as never }],
  ])('refuses %s', async (_, body) => {
    const { post } = await seed();
    expect((await post(body)).status).toBe(400);
  });

  it('knows only the lines of its own meeting', async () => {
    const [one, other] = [await seed(), await seed()];
    await addLines(database, other.meetingId, [{ epoch: 3, seq: 1, ...second(8), text: 'Elsewhere.' }]);
    const span = { by: 'lines', from: { epoch: 3, seq: 1 }, to: { epoch: 3, seq: 1 } } as const;
    expect((await one.post({ span })).status).toBe(400);
    expect((await other.post({ span })).status).toBe(201);
  });
});
