/** The voice in a real room, with real speech both ways. */
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { sharedFolder } from '../../local/folders.ts';
import { nowMs } from '../rehearsal/clock.ts';
import { firstSoundAfter, lastSound } from './loudness.ts';
import { agent, openVoiceRoom, person, type VoiceRoom } from './voice-room.ts';

const long =
  'The launch is on Thursday, the twelfth of March. Ben decided that in the morning, because the report was late. ' +
  'Chloe writes the release notes, and everybody tests the payment page on Wednesday.';

let room: VoiceRoom;
let stop: Int16Array;

beforeAll(async () => {
  room = await openVoiceRoom(join(sharedFolder, 'models'));
  stop = await room.synthesize('Sorry, I have a question about the payment page.');
});
afterAll(() => room?.[Symbol.asyncDispose]());

const fresh = () => {
  room.lines.length = 0;
  room.captions.length = 0;
};
const untilHeard = async (sinceMs: number): Promise<number> => {
  await expect
    .poll(() => firstSoundAfter(room.loudness.of(agent), sinceMs), { timeout: 10_000 })
    .not.toBeNull();
  return firstSoundAfter(room.loudness.of(agent), sinceMs) ?? 0;
};

describe('the voice of the AI participant', () => {
  test('is heard, captioned and written down with the same words', async () => {
    fresh();
    const askedAt = nowMs();
    const text = 'The launch is on Thursday. Ben decided that.';
    const said = room.voice.say({ id: 'one', text });
    const heardAt = await untilHeard(askedAt);
    expect(heardAt - askedAt).toBeLessThan(1_500);
    expect(await said).toMatchObject({ ending: 'finished', spokenText: text });
    expect(room.lines).toMatchObject([{ segmentId: 'one', speakerName: 'Nova', text }]);
    await expect.poll(() => room.captions.at(-1)?.final, { timeout: 5_000 }).toBe(true);
    const trackSid = room.lines[0]?.trackSid;
    expect(trackSid).toMatch(/^TR_/);
    expect(room.captions).toEqual([
      { text: 'The launch is on Thursday.', final: false, trackSid, speaker: 'Nova' },
      { text, final: false, trackSid, speaker: 'Nova' },
      { text, final: true, trackSid, speaker: 'Nova' },
    ]);
    const [line] = room.lines;
    const soundMs = (lastSound(room.loudness.of(agent)) ?? 0) - heardAt;
    expect(Math.abs((line?.endMs ?? 0) - (line?.startMs ?? 0) - soundMs)).toBeLessThan(1_000);
  });

  test('stops when a person speaks, and keeps only what was heard', async () => {
    fresh();
    const askedAt = nowMs();
    const said = room.voice.say({ id: 'two', text: long });
    await untilHeard(askedAt);
    await sleep(2_000);
    const speaking = room.speak(stop);
    const outcome = await said;
    expect(outcome.ending).toBe('interrupted');
    expect(long.startsWith(outcome.spokenText)).toBe(true);
    expect(outcome.spokenText.split(' ').length).toBeGreaterThan(4);
    expect(outcome.spokenText.length).toBeLessThan(long.length / 2);
    await speaking;
    const onset = firstSoundAfter(room.loudness.of(person), askedAt) ?? 0;
    expect((lastSound(room.loudness.of(agent)) ?? 0) - onset).toBeLessThan(1_500);
    await expect.poll(() => room.lines.length, { timeout: 10_000 }).toBe(2);
    expect(room.lines.find(({ segmentId }) => segmentId === 'two')?.text).toBe(outcome.spokenText);
    expect(room.lines.find(({ speaker }) => speaker === person)?.text).toMatch(/question/i);
  });

  test('goes on at full volume after a short sound', async () => {
    fresh();
    const askedAt = nowMs();
    const said = room.voice.say({ id: 'three', text: long });
    await untilHeard(askedAt);
    await sleep(1_500);
    const cough = stop.subarray(0, 24_000 * 0.3);
    await room.speak(cough);
    expect(await said).toMatchObject({ ending: 'finished', spokenText: long });
  });
});
