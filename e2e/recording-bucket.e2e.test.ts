/** The whole system with our own recorder, and a bucket instead of a folder. */
import { setTimeout as sleep } from 'node:timers/promises';
import { expect, it } from 'vitest';
import { startFakeBucket } from '../lib/recordings/testing/fake-bucket.ts';
import { until } from './recorders/recorder.contract.ts';
import { openRtcStage } from './recorders/rtc-stage.ts';
import { onsetsOf } from './recorders/sound.ts';

it('a recording in a bucket is brought there, heard from there, and mixed there', async () => {
  await using bucket = await startFakeBucket('sound');
  await using own = await openRtcStage({
    ...{ S3_ENDPOINT: bucket.endpoint, S3_BUCKET: 'sound', S3_ACCESS_KEY: 'key', S3_SECRET_KEY: 'secret' },
  });
  const meeting = await own.open('Bucket');
  const ana = await meeting.enter('Ana');
  await ana.publish();
  await meeting.record(true);
  await meeting.untilKept(ana);
  await ana.say([300]);
  await sleep(500);
  await meeting.record(false);
  const [recording] = await until(meeting.recordings, ([first]) => Boolean(first?.mix));
  expect(recording).toMatchObject({ status: 'complete', problem: '' });
  expect(await onsetsOf(await meeting.download(recording?.files[0]?.id ?? ''))).toHaveLength(1);
  expect([...bucket.objects.keys()].map((key) => key.split('/').length)).toEqual([3, 3]);
});
