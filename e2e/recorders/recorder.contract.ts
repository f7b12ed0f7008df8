/** What every recorder does, whoever keeps the sound: our own process with a real LiveKit, or LiveKit Egress. */
import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { RecorderKind, RecordingView } from '../../lib/recording-messages.ts';
import { onsetsOf } from './sound.ts';

/** Where a recorder is put to the test. */
export interface RecordingStage extends AsyncDisposable {
  /** A new meeting without anybody in it. */
  open(title: string): Promise<StagedMeeting>;
}

export interface StagedMeeting {
  /** Somebody joins and accepts the notice; the first one hosts. */
  enter(name: string): Promise<StagedPerson>;
  /** Of the host; the status of the answer. */
  record(active: boolean): Promise<number>;
  goOffTheRecord(paused: boolean): Promise<void>;
  end(): Promise<void>;
  recordings(): Promise<RecordingView[]>;
  /** What the room tells everyone. */
  isShown(): boolean;
  /** Resolves when a recorder keeps what this person says. */
  untilKept(person: StagedPerson): Promise<void>;
  /** The person's sound as a file on this machine. */
  download(fileId: string): Promise<string>;
  /** Unix time of the start of the meeting. */
  zeroMs: number;
  /** How often `recording/finished` was told for a recording. */
  countFinished(recordingId: string): Promise<number>;
}

export interface StagedPerson {
  id: string;
  publish(): Promise<void>;
  unpublish(): Promise<void>;
  /** Tones of half a second, so many milliseconds from now; gives the Unix times at which they began. */
  say(startsMs: number[]): Promise<number[]>;
  /** Leaves the room, and comes back. */
  rejoin(): Promise<void>;
}

/** On the way to the recorder: LiveKit's queue, the network, a jitter buffer, and a busy machine. */
const transitMs = 500;

export async function until<T>(read: () => Promise<T> | T, isThere: (value: T) => boolean): Promise<T> {
  for (const deadline = Date.now() + 20_000; ; await sleep(100)) {
    const value = await read();
    if (isThere(value)) return value;
    if (Date.now() > deadline) throw new Error(`still ${JSON.stringify(value)}`);
  }
}

const isOver = ({ status }: RecordingView) => status === 'complete' || status === 'failed';
export const untilOver = (meeting: StagedMeeting, count = 1): Promise<RecordingView[]> =>
  until(
    () => meeting.recordings(),
    (list) => list.filter(isOver).length >= count,
  );

export function describeRecorder(kind: RecorderKind, openStage: () => Promise<RecordingStage>): void {
  describe(`a recording by ${kind}`, () => {
    let stage: RecordingStage;
    beforeAll(async () => {
      stage = await openStage();
    });
    afterAll(() => stage?.[Symbol.asyncDispose]());

    it('holds each person in a file of their own, at the right moment, whatever their microphone does', async () => {
      const meeting = await stage.open('Recorded');
      const ana = await meeting.enter('Ana');
      await meeting.enter('Gil');
      await ana.publish();
      expect(await meeting.record(true)).toBe(204);
      expect(meeting.isShown()).toBe(true);
      await meeting.untilKept(ana);
      const ben = await meeting.enter('Ben');
      await ben.publish();
      const began = await ana.say([500, 2_000]);
      await ana.unpublish();
      await meeting.untilKept(ben);
      const [benBegan] = await ben.say([200]);
      await ana.publish();
      await sleep(500);
      began.push(...(await ana.say([300])));
      await sleep(500);
      expect(await meeting.record(false)).toBe(204);
      await until(meeting.isShown, (shown) => !shown);

      const [recording] = await untilOver(meeting);
      expect(recording).toMatchObject({ recorder: kind, status: 'complete', problem: '' });
      // Gil said nothing: no file, and nothing that went wrong.
      expect(recording?.files.map(({ name }) => name).toSorted()).toEqual(['Ana', 'Ben']);
      const lateMs: number[] = [];
      for (const { id, name, startMs } of recording?.files ?? []) {
        const onsets = await onsetsOf(await meeting.download(id));
        const wanted = name === 'Ana' ? began : [benBegan ?? 0];
        expect(onsets).toHaveLength(wanted.length);
        lateMs.push(...onsets.map((ms, index) => meeting.zeroMs + startMs + ms - (wanted[index] ?? 0)));
      }
      for (const late of lateMs) expect(late).toBeGreaterThan(-60);
      for (const late of lateMs) expect(late).toBeLessThan(transitMs);
      // The sounds lie right to each other, whatever the way cost.
      expect(Math.max(...lateMs) - Math.min(...lateMs)).toBeLessThan(250);
      expect(await meeting.countFinished(recording?.id ?? '')).toBe(1);
    });

    it('goes on when a person comes back, and ends with the meeting', async () => {
      const meeting = await stage.open('Rejoined');
      const ana = await meeting.enter('Ana');
      await ana.publish();
      await meeting.record(true);
      await meeting.untilKept(ana);
      await ana.say([200]);
      await ana.rejoin();
      await ana.publish();
      await meeting.untilKept(ana);
      await sleep(1_000);
      await ana.say([300]);
      await sleep(500);
      await meeting.end();
      const [recording] = await untilOver(meeting);
      expect(recording).toMatchObject({ status: 'complete', problem: '' });
      const onsets = await Promise.all(
        (recording?.files ?? []).map(async ({ id }) => onsetsOf(await meeting.download(id))),
      );
      expect(onsets.flat()).toHaveLength(2);
    });

    it('ends off the record, and begins again by itself on it, shown before', async () => {
      const meeting = await stage.open('Paused');
      const ana = await meeting.enter('Ana');
      await ana.publish();
      await meeting.record(true);
      await meeting.untilKept(ana);
      await ana.say([100]);
      await sleep(300);
      await meeting.goOffTheRecord(true);
      expect(meeting.isShown()).toBe(false);
      const [first] = await untilOver(meeting);
      await ana.say([100]);
      await meeting.goOffTheRecord(false);
      await until(meeting.isShown, Boolean);
      await meeting.untilKept(ana);
      await ana.say([300]);
      await sleep(500);
      await meeting.record(false);
      const recordings = await untilOver(meeting, 2);
      expect(recordings.map(({ status }) => status)).toEqual(['complete', 'complete']);
      for (const { files } of recordings) {
        expect(await onsetsOf(await meeting.download(files[0]?.id ?? ''))).toHaveLength(1);
      }
      expect(recordings[1]?.startedAtMs).toBeGreaterThan(first?.stoppedAtMs ?? Number.POSITIVE_INFINITY);
    });

    it('says that nobody was heard where nobody was', async () => {
      const meeting = await stage.open('Silent');
      await meeting.enter('Ana');
      await meeting.record(true);
      await sleep(1_500);
      await meeting.record(false);
      const [recording] = await untilOver(meeting);
      expect(recording).toMatchObject({ status: 'failed', problem: 'No microphone was on.', files: [] });
    });
  });
}
