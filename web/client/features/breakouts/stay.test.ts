import { describe, expect, test } from 'vitest';
import { createId } from '../../../../lib/ids.ts';
import { buildJoined, buildMeeting } from '../api/testing.ts';
import { readChoices } from '../lobby/remembered-choices.ts';
import { afterEnding, beginStay, goToBreakout, goToMain, isInBreakout } from './stay.ts';

const choices = readChoices({ getItem: () => null });
const main = buildJoined({ microphoneOff: true });
const red = buildJoined({ meeting: buildMeeting({ id: createId('mtg'), title: 'Red' }) });
const muted = { microphone: false, camera: true };
const inRed = goToBreakout(beginStay(main, choices), red, muted);

describe('the stay in a meeting', () => {
  test('begins in the main room with the token of the join', () => {
    const stay = beginStay(main, choices);
    expect(stay).toMatchObject({ here: main, isFresh: true, arrival: null });
    expect(isInBreakout(stay)).toBe(false);
  });

  test('goes on in a breakout room with microphone and camera as they were', () => {
    expect(isInBreakout(inRed)).toBe(true);
    expect(inRed).toMatchObject({
      main,
      here: red,
      choices: muted,
      isFresh: true,
      settledFor: red.meeting.id,
    });
  });

  test('comes back with a new token, and without being muted again', () => {
    const back = goToMain(inRed, { microphone: true, camera: false });
    expect(isInBreakout(back)).toBe(false);
    expect(back).toMatchObject({ isFresh: false, settledFor: red.meeting.id });
    expect(back.choices).toMatchObject({ microphone: true, camera: false });
    expect(back.here.microphoneOff).toBe(false);
  });

  test('comes back by itself when the breakout room ends, a host takes the person out, or the way in is lost', () => {
    for (const ending of ['ended', 'removed', 'lost'] as const) {
      const back = afterEnding(inRed, ending, muted);
      expect(back && isInBreakout(back)).toBe(false);
      expect(back?.arrival).not.toBeNull();
    }
  });

  test('is over when the person leaves, or the main room ends', () => {
    for (const ending of ['left', 'elsewhere', 'cancelled'] as const) {
      expect(afterEnding(inRed, ending, muted)).toBeNull();
    }
    expect(afterEnding(beginStay(main, choices), 'ended', muted)).toBeNull();
  });
});
