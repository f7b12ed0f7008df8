/** Recordings by LiveKit Egress: the contract, and everything that the real service was seen to do wrong. */
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { ParleyError } from '../../lib/errors.ts';
import { startFakeBucket } from '../../lib/recordings/testing/fake-bucket.ts';
import { type EgressStage, openEgressStage } from './egress-stage.ts';
import { describeRecorder, until, untilOver } from './recorder.contract.ts';
import { onsetsOf } from './sound.ts';

describeRecorder('egress', openEgressStage);

describe('LiveKit Egress with a bucket', () => {
  it('brings the files there, and they are heard from there', async () => {
    await using bucket = await startFakeBucket('sound');
    await using stage = await openEgressStage({
      ...{ S3_ENDPOINT: bucket.endpoint, S3_BUCKET: 'sound', S3_ACCESS_KEY: 'key', S3_SECRET_KEY: 'secret' },
      ...{ S3_PREFIX: 'parley', RECORDER: 'egress' },
    });
    const meeting = await stage.open('Bucket');
    const ana = await meeting.enter('Ana');
    await ana.publish();
    await meeting.record(true);
    await meeting.untilKept(ana);
    await ana.say([200]);
    await meeting.record(false);
    const [recording] = await untilOver(meeting);
    expect(recording).toMatchObject({ status: 'complete', problem: '' });
    expect([...bucket.objects.keys()][0]).toMatch(/^parley\/mtg_\w+\/rec_\w+\/par_.*\.ogg$/);
    expect(await onsetsOf(await meeting.download(recording?.files[0]?.id ?? ''))).toHaveLength(1);
  });
});

describe('LiveKit Egress', () => {
  let stage: EgressStage;
  beforeEach(async () => {
    stage = await openEgressStage();
  });
  afterEach(() => stage?.[Symbol.asyncDispose]());

  /** Ana and Ben are recorded, and each has said something. */
  async function recordTwo() {
    const meeting = await stage.open('Two');
    const [ana, ben] = [await meeting.enter('Ana'), await meeting.enter('Ben')];
    for (const person of [ana, ben]) await person.publish();
    await meeting.record(true);
    for (const person of [ana, ben]) await meeting.untilKept(person);
    await Promise.all([ana.say([200]), ben.say([200])]);
    return { meeting, ana, ben };
  }
  /** LiveKit does not hear the next stops, so many of them. */
  function loseStops(count: number) {
    const port = stage.web.context.egress;
    const calls = { stops: 0, end: () => Object.assign(stage.web.context, { egress: port }) };
    stage.web.context.egress = {
      ...port,
      async stop(egressId) {
        calls.stops += 1;
        if (calls.stops <= count) throw new ParleyError('unavailable', 'The recorder was not available.');
        await port.stop(egressId);
      },
    };
    return calls;
  }
  const finish = async ({ meeting }: Awaited<ReturnType<typeof recordTwo>>) => {
    await meeting.record(false);
    const [recording] = await untilOver(meeting);
    return recording;
  };

  it('needs no webhook', async () => {
    stage.egress.webhooks = 'never';
    const recording = await finish(await recordTwo());
    expect(recording).toMatchObject({ status: 'complete', problem: '' });
    expect(recording?.files).toHaveLength(2);
  });

  it('comes to the same with webhooks doubled and in any order', async () => {
    stage.egress.webhooks = 'twice, in any order';
    const two = await recordTwo();
    const recording = await finish(two);
    expect(recording?.files).toHaveLength(2);
    expect(await two.meeting.countFinished(recording?.id ?? '')).toBe(1);
  });

  it('is found by its file where the answer to the order was lost', async () => {
    stage.egress.losesAnswers = true;
    stage.egress.webhooks = 'never';
    const meeting = await stage.open('Lost');
    const ana = await meeting.enter('Ana');
    await ana.publish();
    await meeting.record(true);
    await until(
      () => stage.database.sql`select state, egress_id from recording_egresses`,
      (rows) => rows[0]?.state === 'over',
    );
    await stage.passTime(10_000);
    // Nobody may be recorded unseen: what was given up is stopped.
    await until(
      () => stage.egress.statusOf(ana.id),
      (status) => status === null,
    );
    const [recording] = await untilOver(meeting);
    expect(recording?.problem).toMatch('The recorder was not available.');
  });

  it('keeps what a failed recording had, and says so', async () => {
    const two = await recordTwo();
    await stage.egress.cut(two.ana.id, 'FAILED');
    const recording = await finish(two);
    expect(recording).toMatchObject({
      status: 'complete',
      problem: 'One file is not complete. The recorder stopped before the end.',
    });
    const cut = recording?.files.find(({ problem }) => problem !== '');
    expect(await onsetsOf(await two.meeting.download(cut?.id ?? ''))).toHaveLength(1);
  });

  it('goes on in another file where one has reached its limit', async () => {
    const two = await recordTwo();
    await stage.egress.cut(two.ana.id, 'LIMIT_REACHED');
    await two.meeting.untilKept(two.ana);
    await two.ana.say([200]);
    const recording = await finish(two);
    const ofAna = recording?.files.filter(({ name }) => name === 'Ana');
    expect(ofAna?.map(({ problem }) => problem)).toEqual([
      'It reached the longest time or size that is set.',
      '',
    ]);
  });

  it('says that a file is lost of which nothing is left, and keeps the others', async () => {
    const two = await recordTwo();
    await stage.egress.cut(two.ana.id, 'FAILED', { keepsFile: false });
    const recording = await finish(two);
    expect(recording?.status).toBe('complete');
    expect(recording?.files.find(({ problem }) => problem !== '')).toMatchObject({
      ...{ name: 'Ana', problem: 'The recorder failed.', url: null },
    });
  });

  it.each([
    ['missing', 'The file of the recorder is missing.'],
    ['empty', 'The recorder wrote an empty file.'],
  ] as const)('says that files are %s', async (losesFiles, problem) => {
    const two = await recordTwo();
    stage.egress.losesFiles = losesFiles;
    const recording = await finish(two);
    // An empty file is announced as such; the one that lies there is whole and counts.
    if (losesFiles === 'missing') expect(recording).toMatchObject({ status: 'failed', problem });
    else expect(recording?.files.every((file) => file.problem === problem)).toBe(true);
  });

  it('that is not there is said so at once, and nothing looks recorded', async () => {
    await stage.touchSign(new Date(Date.now() - 120_000));
    const meeting = await stage.open('Absent');
    await meeting.enter('Ana');
    expect(await meeting.record(true)).toBe(503);
    expect(meeting.isShown()).toBe(false);
  });

  it('that takes no order ends the recording with a sentence', async () => {
    stage.egress.kill();
    const meeting = await stage.open('Dead');
    const ana = await meeting.enter('Ana');
    await ana.publish();
    await meeting.record(true);
    const [recording] = await untilOver(meeting);
    expect(recording).toMatchObject({ status: 'failed', problem: 'The recorder was not available.' });
    expect(meeting.isShown()).toBe(false);
  });

  it('has no room for everyone: the others are recorded, and it is tried again', async () => {
    stage.egress.capacity = 1;
    const meeting = await stage.open('Full');
    const [ana, ben] = [await meeting.enter('Ana'), await meeting.enter('Ben')];
    for (const person of [ana, ben]) await person.publish();
    await meeting.record(true);
    await until(
      () => stage.database.sql`select 1 from recording_egresses where problem <> ''`,
      (rows) => rows.length > 0,
    );
    stage.egress.capacity = 2;
    await stage.passTime(30_000);
    for (const person of [ana, ben]) await meeting.untilKept(person);
    await Promise.all([ana.say([200]), ben.say([200])]);
    await meeting.record(false);
    const [recording] = await untilOver(meeting);
    expect(recording?.status).toBe('complete');
    expect(recording?.files.filter(({ url }) => url !== null)).toHaveLength(2);
    expect(recording?.problem).toMatch('The recorder was not available.');
  });

  it('that is killed in the middle is replaced when it is there again', async () => {
    const two = await recordTwo();
    stage.egress.kill();
    stage.egress.restart();
    await until(
      () => stage.database.sql`select 1 from recording_egresses where missing_since is not null`,
      (rows) => rows.length === 2,
    );
    await stage.passTime(50_000);
    await until(
      () => stage.database.sql`select 1 from recording_egresses where state = 'over'`,
      (rows) => rows.length === 2,
    );
    await stage.passTime(30_000);
    for (const person of [two.ana, two.ben]) await two.meeting.untilKept(person);
    await two.ana.say([200]);
    const recording = await finish(two);
    expect(recording?.status).toBe('complete');
    expect(recording?.problem).toBe('2 files are not complete. The recorder went away in the middle.');
  });

  it('that is killed and stays away never keeps a recording open', async () => {
    const two = await recordTwo();
    stage.egress.kill();
    await two.meeting.end();
    await until(
      () => stage.database.sql`select 1 from recording_egresses where stop_asked_at is not null`,
      (rows) => rows.length === 2,
    );
    await stage.passTime(70_000);
    const [recording] = await untilOver(two.meeting);
    expect(recording).toMatchObject({ status: 'failed', problem: 'The recorder went away before its end.' });
  });

  it('is stopped again where a stop was lost', async () => {
    const two = await recordTwo();
    const lost = loseStops(2);
    const recording = await finish(two);
    expect(recording).toMatchObject({ status: 'complete', problem: '' });
    expect(lost.stops).toBeGreaterThan(2);
    expect(recording?.files).toHaveLength(2);
  });

  it('is stopped whenever it can be, also after its recording was given up', async () => {
    const two = await recordTwo();
    const lost = loseStops(Number.POSITIVE_INFINITY);
    await two.meeting.record(false);
    await until(
      () => stage.database.sql`select 1 from recording_egresses where stop_asked_at is not null`,
      (rows) => rows.length === 2,
    );
    await stage.passTime(70_000);
    const [recording] = await untilOver(two.meeting);
    expect(recording?.problem).toMatch('The recorder went away before its end.');
    expect(stage.egress.statusOf(two.ana.id)).toBe('ACTIVE');
    lost.end();
    for (const { id } of [two.ana, two.ben]) {
      await until(
        () => stage.egress.statusOf(id),
        (status) => status === null,
      );
    }
  });

  it('is stopped again where it began when its recording was over, and the stop was lost', async () => {
    const meeting = await stage.open('Late');
    const ana = await meeting.enter('Ana');
    await ana.publish();
    loseStops(2);
    const port = stage.web.context.egress;
    stage.web.context.egress = {
      ...port,
      async start(order) {
        const report = await port.start(order);
        await meeting.record(false);
        return report;
      },
    };
    await meeting.record(true);
    const [recording] = await untilOver(meeting);
    expect(recording?.problem).not.toMatch('not available');
    expect(stage.egress.statusOf(ana.id)).toBeNull();
  });

  it('loses its memory, and the files are kept', async () => {
    const two = await recordTwo();
    stage.egress.wipe();
    const recording = await finish(two);
    expect(recording).toMatchObject({ status: 'complete', problem: '' });
    expect(recording?.files).toHaveLength(2);
  });

  it('records nobody who has not accepted the notice', async () => {
    const meeting = await stage.open('Consent');
    const ana = await meeting.enter('Ana');
    stage.web.rooms.enter(meeting.id, {
      ...{ identity: 'par_01JD0000000000000000000000', sid: 'PA_x', kind: 'standard', joinedAt: new Date() },
      attributes: {},
    });
    await ana.publish();
    await meeting.record(true);
    await meeting.untilKept(ana);
    expect(await stage.database.sql`select 1 from recording_egresses`).toHaveLength(1);
  });
});
