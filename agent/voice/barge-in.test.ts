import { beforeEach, describe, expect, test } from 'vitest';
import { type BargeIn, createBargeIn } from './barge-in.ts';

let bargeIn: BargeIn;
beforeEach(() => {
  bargeIn = createBargeIn();
  bargeIn.begin(10_000);
});

describe(createBargeIn, () => {
  test('ducks at the first sound', () => {
    expect(bargeIn.hearVoice('ana', 64)).toBe('ducked');
  });

  test('stops after 400 ms of voice, of which 352 ms are detected', () => {
    expect(bargeIn.hearVoice('ana', 320)).toBe('ducked');
    expect(bargeIn.hearVoice('ana', 352)).toBe('stopped');
  });

  test('comes back to full volume after a cough, any number of times', () => {
    for (let i = 0; i < 5; i++) {
      expect(bargeIn.hearVoice('ana', 250)).toBe('ducked');
      expect(bargeIn.hearVoice('ana', 0)).toBe('full');
    }
  });

  test('stops at the first word', () => {
    bargeIn.hearVoice('ana', 200);
    expect(bargeIn.hearWords('ana', 10_500, false)).toBe('stopped');
  });

  test('does not add the coughs of two people', () => {
    bargeIn.hearVoice('ana', 300);
    expect(bargeIn.hearVoice('ben', 300)).toBe('ducked');
    expect(bargeIn.hearVoice('ana', 0)).toBe('ducked');
    expect(bargeIn.hearVoice('ben', 0)).toBe('full');
  });

  test('stays stopped until it begins again', () => {
    bargeIn.hearVoice('ana', 500);
    expect(bargeIn.hearVoice('ana', 0)).toBe('stopped');
    bargeIn.begin(20_000);
    expect(bargeIn.hearVoice('ana', 64)).toBe('ducked');
  });

  test('is not stopped by words of before', () => {
    expect(bargeIn.hearWords('ana', 9_000, false)).toBe('full');
  });

  test('counts the voice of someone who is speaking already from its own beginning on', () => {
    bargeIn.hearVoice('ana', 390);
    bargeIn.begin(20_000);
    expect(bargeIn.hearVoice('ana', 390)).toBe('full');
    expect(bargeIn.hearVoice('ana', 700)).toBe('ducked');
    expect(bargeIn.hearVoice('ana', 800)).toBe('stopped');
  });

  test('is not stopped by its own echo once it has recognised it', () => {
    bargeIn.hearVoice('ana', 300);
    expect(bargeIn.hearWords('ana', 10_100, true)).toBe('full');
    expect(bargeIn.hearVoice('ana', 3_000)).toBe('full');
    bargeIn.begin(20_000);
    expect(bargeIn.hearVoice('ana', 2_000)).toBe('full');
  });

  test('is stopped by words of a person whose microphone echoes, and by voice on other microphones', () => {
    bargeIn.hearWords('ana', 10_100, true);
    expect(bargeIn.hearVoice('ben', 100)).toBe('ducked');
    expect(bargeIn.hearWords('ana', 11_000, false)).toBe('stopped');
  });
});
