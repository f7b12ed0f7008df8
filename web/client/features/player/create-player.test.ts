import { describe, expect, test } from 'vitest';
import { createPlayer, type Sound } from './create-player.ts';
import type { Piece } from './pieces.ts';

/** Plays nothing: its metadata is there when the test says so. */
class FakeSound extends EventTarget {
  src = '';
  currentTime = 0;
  playbackRate = 1;
  paused = true;
  readyState = 0;
  preload = '';
  loads = 0;

  async play() {
    this.paused = false;
  }

  pause() {
    this.paused = true;
    this.say('pause');
  }

  load() {
    this.loads += 1;
    this.currentTime = 0;
    this.readyState = 0;
  }

  say(event: string) {
    if (event === 'loadedmetadata') this.readyState = 1;
    this.dispatchEvent(new Event(event));
  }
}

const piece = (id: string, startMs: number, endMs: number, change: Partial<Piece> = {}): Piece => ({
  ...{ id, url: `/sound/${id}`, startMs, endMs, skipMs: 0, isCut: false, hasPicture: false },
  ...change,
});
const pieces = [piece('1', 5_000, 65_000), piece('2', 120_000, 150_000)];
/** A picture from 8 s to 30 s in the middle of the first sound. */
const pictured = [
  piece('1', 5_000, 8_000, { isCut: true }),
  piece('p', 8_000, 30_000, { hasPicture: true }),
  piece('1', 30_000, 65_000, { skipMs: 25_000 }),
];

function setUp(initial: readonly Piece[] = pieces) {
  const sound = new FakeSound();
  const player = createPlayer(sound as unknown as Sound, initial, () => undefined);
  return { sound, player };
}

describe(createPlayer, () => {
  test('stands on the meeting’s clock, also before the sound is there', () => {
    const { sound, player } = setUp();
    expect(player.getMs()).toBe(5_000);
    player.seek(15_000);
    expect([sound.src, player.getMs()]).toEqual(['/sound/1', 15_000]);
    sound.say('loadedmetadata');
    expect([sound.currentTime, player.getMs()]).toEqual([10, 15_000]);
  });

  test('plays from where it stands and says how it is', () => {
    const { sound, player } = setUp();
    const seen: string[] = [];
    player.subscribe(() => seen.push(player.getStatus()));
    player.seek(15_000);
    player.play();
    sound.say('loadedmetadata');
    sound.say('playing');
    player.pause();
    expect(seen.filter((each, index) => each !== seen[index - 1])).toEqual([
      'paused',
      'loading',
      'playing',
      'paused',
    ]);
  });

  test('goes on with the next piece at the end of one, and stops behind the last', () => {
    const { sound, player } = setUp();
    player.play();
    sound.say('loadedmetadata');
    sound.say('playing');
    sound.say('ended');
    sound.say('loadedmetadata');
    sound.say('playing');
    expect([sound.src, player.getMs(), player.getStatus()]).toEqual(['/sound/2', 120_000, 'playing']);
    sound.say('ended');
    expect(player.getStatus()).toBe('paused');
  });

  test('jumps between pieces, and over what nobody recorded', () => {
    const { sound, player } = setUp();
    player.play();
    sound.say('loadedmetadata');
    player.seek(80_000);
    expect([sound.src, player.getMs()]).toEqual(['/sound/2', 120_000]);
    sound.say('loadedmetadata');
    player.seek(200_000);
    expect(player.getMs()).toBe(150_000);
    expect(sound.loads).toBe(2);
  });

  test('keeps its speed over pieces', () => {
    const { sound, player } = setUp();
    player.setRate(1.5);
    player.seek(130_000);
    sound.playbackRate = 1;
    sound.say('loadedmetadata');
    expect([sound.playbackRate, player.getRate()]).toEqual([1.5, 1.5]);
  });

  test('says that sound cannot be had, and tries again when asked', () => {
    const { sound, player } = setUp();
    player.seek(15_000);
    sound.say('error');
    expect(player.getStatus()).toBe('failed');
    player.play();
    expect([player.getStatus(), sound.loads]).toEqual(['loading', 2]);
    sound.say('loadedmetadata');
    expect(sound.currentTime).toBe(10);
  });

  test('takes other pieces at the same moment, and goes on playing', () => {
    const { sound, player } = setUp();
    player.seek(15_000);
    player.play();
    sound.say('loadedmetadata');
    sound.say('playing');
    sound.currentTime = 12;
    player.setPieces(pictured);
    expect([sound.src, player.getMs()]).toEqual(['/sound/p', 17_000]);
    sound.say('loadedmetadata');
    expect([sound.currentTime, player.getStatus()]).toEqual([9, 'playing']);
    player.setPieces(pieces);
    sound.say('loadedmetadata');
    expect([sound.src, player.getMs()]).toEqual(['/sound/1', 17_000]);
  });

  test('loads a file that goes on once when pieces change', () => {
    const { sound, player } = setUp(pieces.slice(0, 1));
    player.seek(15_000);
    sound.say('loadedmetadata');
    player.setPieces(pieces);
    expect([sound.loads, player.getMs()]).toEqual([1, 15_000]);
    player.seek(130_000);
    expect(sound.src).toBe('/sound/2');
  });

  test('begins with the first piece of those that are there when it is first played', () => {
    const { sound, player } = setUp([]);
    player.play();
    expect(player.getStatus()).toBe('paused');
    player.setPieces(pictured.slice(2));
    expect(player.getMs()).toBe(30_000);
    player.play();
    sound.say('loadedmetadata');
    expect([sound.src, sound.currentTime]).toEqual(['/sound/1', 25]);
  });

  test('is silent once it is closed', () => {
    const { sound, player } = setUp();
    let calls = 0;
    player.subscribe(() => {
      calls += 1;
    });
    player.close();
    const before = calls;
    sound.say('playing');
    expect([calls, sound.src]).toEqual([before, '']);
  });
});
