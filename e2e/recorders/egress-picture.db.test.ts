/** The picture beside the sound by LiveKit Egress: whatever becomes of it, the sound is whole. */
import { readdir, truncate } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { measurePicture } from '../../functions/collect-picture.ts';
import { startFakeBucket } from '../../lib/recordings/testing/fake-bucket.ts';
import { type EgressMeeting, type EgressStage, openEgressStage } from './egress-stage.ts';
import { until, untilOver } from './recorder.contract.ts';
import { onsetsOf } from './sound.ts';

const withPicture = { RECORDER: 'egress', EGRESS_PICTURE: '720p' };

describe('a picture by LiveKit Egress', () => {
  let stage: EgressStage;
  beforeEach(async () => {
    stage = await openEgressStage(withPicture);
  });
  afterEach(() => stage?.[Symbol.asyncDispose]());

  /** Ana is recorded, and speaks. */
  async function begin({ untilPicture = true } = {}) {
    const meeting = await stage.open('Pictured');
    const ana = await meeting.enter('Ana');
    await ana.publish();
    expect(await meeting.recordPicture()).toBe(204);
    await meeting.untilKept(ana);
    if (untilPicture) await untilPictured(meeting);
    return { meeting, ana };
  }
  const untilPictured = (meeting: EgressMeeting) =>
    until(
      () => stage.egress.statusOf(meeting.id),
      (status) => status === 'ACTIVE',
    );
  const untilMade = async (meeting: EgressMeeting) =>
    (
      await until(
        () => meeting.recordings(),
        (list) => list.length > 0 && list.every(({ picture }) => picture?.making === false),
      )
    ).at(-1);
  const orders = (meeting: EgressMeeting) =>
    stage.database.sql`select state, problem, egress_id, participant_id from recording_egresses
      where meeting_id = ${meeting.id} order by asked_at`;
  const pictures = async (meeting: EgressMeeting) =>
    (await orders(meeting)).filter(({ participant_id }) => participant_id === null);

  it('is told to everyone before it begins, comes after the sound, and can be watched', async () => {
    const { meeting, ana } = await begin();
    expect([meeting.isShown(), meeting.isPictureShown()]).toEqual([true, true]);
    const [sound, picture] = await orders(meeting);
    expect([sound?.participant_id, picture?.participant_id]).toEqual([ana.id, null]);
    await ana.say([200]);
    await meeting.record(false);
    await until(meeting.isPictureShown, (shown) => !shown);
    const made = await untilMade(meeting);
    expect(made).toMatchObject({ status: 'complete', problem: '', files: [{ name: 'Ana' }] });
    const [part] = made?.picture?.parts ?? [];
    expect(part).toMatchObject({ problem: '' });
    expect(part?.startMs).toBeGreaterThan(0);
    expect(part?.durationMs).toBeGreaterThan(500);
    const whole = await meeting.watch(part?.id ?? '');
    expect([whole.status, whole.headers.get('content-type')]).toEqual([200, 'video/mp4']);
    const some = await meeting.watch(part?.id ?? '', { range: 'bytes=4-7' });
    expect([some.status, await some.text()]).toEqual([206, 'ftyp']);
    const log = await stage.database.sql`select event from access_log where meeting_id = ${meeting.id}`;
    expect(log.map(({ event }) => event)).toContain('watched');
    // It is no sound of anybody, and none of it lies elsewhere.
    expect(await readdir(join(stage.folder, meeting.id, made?.id ?? '', 'picture'))).toHaveLength(1);
    expect((await meeting.watch(made?.files[0]?.id ?? '')).status).toBe(404);
  });

  it('ends off the record and begins again on it, like the sound', async () => {
    const { meeting, ana } = await begin();
    await ana.say([100]);
    await meeting.goOffTheRecord(true);
    expect(meeting.isPictureShown()).toBe(false);
    await untilOver(meeting);
    await meeting.goOffTheRecord(false);
    await until(meeting.isPictureShown, Boolean);
    await untilPictured(meeting);
    await meeting.end();
    await untilOver(meeting, 2);
    await untilMade(meeting);
    const parts = (await meeting.recordings()).flatMap(({ picture }) => picture?.parts ?? []);
    expect(parts.map(({ problem }) => problem)).toEqual(['', '']);
  });

  it('keeps nobody waiting for the sound while it is brought away', async () => {
    const upload = Promise.withResolvers<void>();
    stage.egress.pictureUpload = upload.promise;
    const { meeting, ana } = await begin();
    await ana.say([200]);
    await meeting.record(false);
    const [recording] = await untilOver(meeting);
    expect(recording).toMatchObject({ status: 'complete', picture: { making: true, parts: [] } });
    expect(await meeting.record(true)).toBe(204);
    await meeting.untilKept(ana);
    upload.resolve();
    await meeting.record(false);
    const later = await until(
      () => meeting.recordings(),
      ([first]) => first?.picture?.making === false,
    );
    expect(later[0]?.picture?.parts).toHaveLength(1);
  });

  it('is watched although it was given up while it was brought away', async () => {
    const upload = Promise.withResolvers<void>();
    stage.egress.pictureUpload = upload.promise;
    const { meeting } = await begin();
    await meeting.record(false);
    await until(
      () => pictures(meeting),
      ([picture]) => picture?.state === 'ending',
    );
    await stage.passTime(7 * 3_600_000);
    const partOf = async () => (await untilMade(meeting))?.picture?.parts[0];
    expect(await partOf()).toMatchObject({ problem: 'The recorder went away before its end.', url: null });
    upload.resolve();
    const part = await until(partOf, (each) => each?.problem === '');
    expect((await meeting.watch(part?.id ?? '')).status).toBe(200);
  });

  it('needs no webhook', async () => {
    stage.egress.webhooks = 'never';
    const { meeting } = await begin({ untilPicture: false });
    await untilPictured(meeting);
    await meeting.record(false);
    expect((await untilMade(meeting))?.picture?.parts).toMatchObject([{ problem: '' }]);
  });

  it('comes to the same with webhooks doubled and in any order', async () => {
    stage.egress.webhooks = 'twice, in any order';
    const { meeting } = await begin();
    await meeting.record(false);
    expect((await untilMade(meeting))?.picture?.parts).toHaveLength(1);
  });

  it('that cannot be encoded is tried once, is said, and costs no sound', async () => {
    stage.egress.pictures = 'no encoder';
    const { meeting, ana } = await begin({ untilPicture: false });
    await until(meeting.isPictureShown, (shown) => !shown);
    expect(meeting.isShown()).toBe(true);
    await stage.passTime(600_000);
    await ana.say([200]);
    await meeting.record(false);
    const made = await untilMade(meeting);
    expect(made).toMatchObject({ status: 'complete', problem: '' });
    expect(made?.picture?.parts).toMatchObject([{ problem: 'The recorder failed.', url: null }]);
    expect(await onsetsOf(await meeting.download(made?.files[0]?.id ?? ''))).toHaveLength(1);
    expect(await pictures(meeting)).toHaveLength(1);
  });

  it('for which there are too few cores is tried again, and the sound goes on', async () => {
    stage.egress.pictures = 'no cores';
    const { meeting } = await begin({ untilPicture: false });
    await until(
      () => pictures(meeting),
      ([first]) => first?.problem === 'The recorder was not available.',
    );
    stage.egress.pictures = 'made';
    await stage.passTime(70_000);
    await untilPictured(meeting);
    await meeting.record(false);
    const made = await untilMade(meeting);
    expect(made?.picture?.parts.map(({ url }) => url !== null)).toEqual([false, true]);
    expect(made?.problem).toBe('');
  });

  it('gives way where there is no room for the sound of everyone', async () => {
    const { meeting } = await begin();
    stage.egress.capacity = 2;
    const ben = await meeting.enter('Ben');
    await ben.publish();
    await until(
      () => pictures(meeting),
      ([first]) => first?.state === 'over',
    );
    await stage.passTime(30_000);
    await meeting.untilKept(ben);
    expect((await untilPart(meeting)).problem).toBe('The recorder had no room for the sound of everyone.');
    expect(await pictures(meeting)).toHaveLength(1);
  });
  const untilPart = async (meeting: EgressMeeting) => {
    const [recording] = await until(
      () => meeting.recordings(),
      ([first]) => (first?.picture?.parts.length ?? 0) > 0,
    );
    const [part] = recording?.picture?.parts ?? [];
    if (!part) throw new Error('there is no part');
    return part;
  };

  it('stops while somebody is there who accepted a notice without pictures', async () => {
    const { meeting } = await begin();
    const ben = await meeting.enter('Ben');
    await stage.database.sql`update participants set consent_notice_version = 2 where id = ${ben.id}`;
    const part = await untilPart(meeting);
    expect(part.problem).toBe('Somebody had not agreed to be in a picture.');
    await stage.database.sql`update participants set consent_notice_version = 3 where id = ${ben.id}`;
    await untilPictured(meeting);
    expect(meeting.isShown()).toBe(true);
  });

  it('goes on in another file where it reached its limit, and is replaced where its recorder was killed', async () => {
    const { meeting, ana } = await begin();
    await stage.egress.cut(meeting.id, 'LIMIT_REACHED');
    await untilPictured(meeting);
    stage.egress.kill();
    stage.egress.restart();
    await until(
      () => stage.database.sql`select 1 from recording_egresses where missing_since is not null`,
      (rows) => rows.length === 2,
    );
    await stage.passTime(50_000);
    await until(
      () => stage.database.sql`select 1 from recording_egresses where state <> 'over'`,
      (rows) => rows.length === 0,
    );
    await stage.passTime(30_000);
    await meeting.untilKept(ana);
    await untilPictured(meeting);
    await meeting.record(false);
    const made = await untilMade(meeting);
    expect(made?.picture?.parts.map(({ problem }) => problem)).toEqual([
      'It reached the longest time or size that is set.',
      'The recorder went away in the middle.',
      '',
    ]);
  });

  it('whose recorder stays away never keeps the recording, or itself, open', async () => {
    const { meeting } = await begin();
    stage.egress.kill();
    await meeting.end();
    await until(
      () => stage.database.sql`select 1 from recording_egresses where stop_asked_at is not null`,
      (rows) => rows.length === 2,
    );
    await stage.passTime(70_000);
    const made = await untilMade(meeting);
    expect(made?.picture?.parts).toMatchObject([{ problem: 'The recorder went away before its end.' }]);
  });

  it('of which nobody was seen or heard is no picture, and nothing went wrong', async () => {
    const meeting = await stage.open('Silent');
    await meeting.enter('Ana');
    await meeting.recordPicture();
    await until(
      () => stage.egress.statusOf(meeting.id),
      (status) => status === 'STARTING',
    );
    await meeting.record(false);
    const made = await untilMade(meeting);
    expect(made).toMatchObject({ problem: 'No microphone was on.', picture: { parts: [] } });
  });

  it.each([
    ['missing', 'The file of the picture is missing.'],
    ['empty', 'The recorder wrote an empty file.'],
  ] as const)('whose file is %s is said so', async (losesFiles, problem) => {
    const { meeting } = await begin();
    stage.egress.losesFiles = losesFiles;
    await meeting.record(false);
    expect((await untilMade(meeting))?.picture?.parts[0]?.problem).toBe(problem);
  });

  it('that was cut off cannot be played, and is said so', async () => {
    const { meeting } = await begin();
    await meeting.record(false);
    const made = await untilMade(meeting);
    const [part] = made?.picture?.parts ?? [];
    await truncate(join(stage.folder, meeting.id, made?.id ?? '', 'picture', `${part?.id}.mp4`), 200);
    expect(await measurePicture(stage.database.db, stage.web.context.recordings, part?.id ?? 'fil_')).toBe(0);
    const [cut] = (await meeting.recordings())[0]?.picture?.parts ?? [];
    expect(cut).toMatchObject({ url: null, problem: 'The file of the picture cannot be played.' });
  });

  it('does not begin in the middle of a recording of the sound', async () => {
    const meeting = await stage.open('Later');
    await meeting.enter('Ana');
    await meeting.record(true);
    expect(await meeting.recordPicture()).toBe(409);
    expect([meeting.isShown(), meeting.isPictureShown()]).toEqual([true, false]);
  });
});

describe('a picture by LiveKit Egress with a bucket', () => {
  it('is brought there, and watched from there', async () => {
    await using bucket = await startFakeBucket('sound');
    await using stage = await openEgressStage({
      ...{ S3_ENDPOINT: bucket.endpoint, S3_BUCKET: 'sound', S3_ACCESS_KEY: 'key', S3_SECRET_KEY: 'secret' },
      ...withPicture,
      ...{ EGRESS_LAYOUT: 'grid' },
    });
    const meeting = await stage.open('Bucket');
    const ana = await meeting.enter('Ana');
    await ana.publish();
    await meeting.recordPicture();
    await until(
      () => stage.egress.statusOf(meeting.id),
      (status) => status === 'ACTIVE',
    );
    await meeting.record(false);
    const [recording] = await until(
      () => meeting.recordings(),
      ([first]) => first?.picture?.making === false,
    );
    const [part] = recording?.picture?.parts ?? [];
    expect([...bucket.objects.keys()]).toContainEqual(
      expect.stringMatching(/^mtg_\w+\/rec_\w+\/picture\/fil_\w+\.mp4$/),
    );
    expect((await meeting.watch(part?.id ?? '')).status).toBe(200);
  });
});

describe('where no picture can be recorded', () => {
  it('says so, and records nothing', async () => {
    await using stage = await openEgressStage();
    const meeting = await stage.open('Sound only');
    await meeting.enter('Ana');
    expect(await meeting.recordPicture()).toBe(503);
    expect(meeting.isShown()).toBe(false);
  });
});
