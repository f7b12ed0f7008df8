/** The voice in a real room, with real speech both ways. */
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import pino from 'pino';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { sharedFolder } from '../../local/folders.ts';
import { startLiveKit } from '../../local/livekit.ts';
import { startModelServer } from '../../local/models/server.ts';
import { nowMs } from '../rehearsal/clock.ts';
import { decodeWav } from '../rehearsal/wav.ts';
import { firstSoundAfter, lastSound } from './loudness.ts';
import { agent, openVoiceRoom, person, type VoiceRoom } from './voice-room.ts';

const long =
  'The launch is on Thursday, the twelfth of March. Ben decided that in the morning, because the report was late. ' +
  'Chloe writes the release notes, and everybody tests the payment page on Wednesday.';

const kickoff = new URL('../fixtures/kickoff/', import.meta.url);
const speech = async (file: string) => decodeWav(await readFile(new URL(file, kickoff))).samples;

const started = new AsyncDisposableStack();
let room: VoiceRoom;
let question: Int16Array;

beforeAll(async () => {
  const folder = await mkdtemp(join(tmpdir(), 'parley-voice-'));
  started.defer(() => rm(folder, { recursive: true, force: true }));
  const livekit = started.use(await startLiveKit({ folder, webhookUrl: 'http://127.0.0.1:9/none' }));
  const modelsFolder = join(sharedFolder, 'models');
  const logger = pino({ level: 'silent' });
  const { url } = started.use(await startModelServer({ port: 0, modelsFolder, logger }));
  room = started.use(await openVoiceRoom({ livekit, modelsUrl: url, speechUrl: url }));
  question = await speech('15-ana.wav');
  // The voice is loaded by then.
  await room.voice.say({ id: 'zero', text: 'Hello.' });
  await vi.waitUntil(() => room.captions.at(-1)?.final, { timeout: 10_000 });
});
afterAll(() => started.disposeAsync());

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
    expect(Math.abs((line?.endMs ?? 0) - (line?.startMs ?? 0) - soundMs)).toBeLessThan(1_500);
  });

  test('stops when a person speaks, and keeps only what was heard', async () => {
    fresh();
    const askedAt = nowMs();
    const said = room.voice.say({ id: 'two', text: long });
    await untilHeard(askedAt);
    await sleep(2_000);
    const speaking = room.speak(question);
    const outcome = await said;
    expect(outcome.ending).toBe('interrupted');
    expect(long.startsWith(outcome.spokenText)).toBe(true);
    expect(outcome.spokenText.split(' ').length).toBeGreaterThan(4);
    expect(outcome.spokenText.length).toBeLessThan(long.length / 2);
    await speaking;
    const onset = firstSoundAfter(room.loudness.of(person), askedAt) ?? 0;
    expect((lastSound(room.loudness.of(agent)) ?? 0) - onset).toBeLessThan(3_000);
    await expect.poll(() => room.lines.length, { timeout: 10_000 }).toBe(2);
    expect(room.lines.find(({ segmentId }) => segmentId === 'two')?.text).toBe(outcome.spokenText);
    expect(room.lines.find(({ speaker }) => speaker === person)?.text).toMatch(/security report/i);
  });

  test('goes on at full volume after a short sound', async () => {
    fresh();
    const askedAt = nowMs();
    const said = room.voice.say({ id: 'three', text: long });
    await untilHeard(askedAt);
    await sleep(1_500);
    const cough = question.subarray(0, 24_000 * 0.3);
    await room.speak(cough);
    expect(await said).toMatchObject({ ending: 'finished', spokenText: long });
  });
});
