/** Our own recorder on the whole system: the contract of recorders, its rights, and what a killed one leaves. */
import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { describeRecorder, until, untilOver } from './recorders/recorder.contract.ts';
import { openRtcStage, type RtcStage } from './recorders/rtc-stage.ts';
import { onsetsOf } from './recorders/sound.ts';
import { createApiClient } from './rehearsal/api-client.ts';

let stage: RtcStage;
beforeAll(async () => {
  stage = await openRtcStage();
});
afterAll(() => stage?.[Symbol.asyncDispose]());

// One system for all: starting it costs more than every test together.
describeRecorder('rtc', async () => ({ ...stage, [Symbol.asyncDispose]: async () => undefined }));

describe('our own recorder', () => {
  it('is replaced when it is killed: what it had is there, and another one goes on', async () => {
    const meeting = await stage.open('Killed');
    const ben = await meeting.enter('Ben');
    await ben.publish();
    await meeting.record(true);
    await meeting.untilKept(ben);
    await ben.say([0, 3_000]);
    await sleep(1_500);
    stage.instance.parts.recorder.kill();
    // The lease of the dead one ends first.
    await until(meeting.recordings, ([first]) => (first?.files.length ?? 0) >= 2);
    await ben.say([500]);
    await sleep(500);
    await meeting.end();

    const [recording] = await untilOver(meeting);
    expect(recording?.status).toBe('complete');
    const [before, after] = recording?.files ?? [];
    expect(before?.durationMs).toBeGreaterThan(3_000);
    expect(await onsetsOf(await meeting.download(before?.id ?? ''))).toHaveLength(2);
    expect(await onsetsOf(await meeting.download(after?.id ?? ''))).toHaveLength(1);
  });

  it('is started by those who may, and never in a meeting that is over', async () => {
    const client = createApiClient(stage.instance.url);
    const meeting = await client.createMeeting('Rights');
    const joined = await client.join(meeting.code, { name: 'Ana', email: 'ana@example.test' });
    const guest = await createApiClient(stage.instance.url).join(meeting.code, {
      name: 'Gil',
      email: 'gil@example.test',
    });
    expect((await stage.call(guest, 'recording', { active: true })).status).toBe(403);
    expect((await stage.call(guest, 'recording/ask', {})).status).toBe(204);
    await client.end(joined);
    const late = await stage.call(joined, 'recording', { active: true });
    expect(await late.json()).toMatchObject({ error: { message: 'This meeting is not running.' } });
  });
});
