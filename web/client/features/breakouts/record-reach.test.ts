import { describe, expect, test } from 'vitest';
import { recordReach } from './record-reach.ts';

describe(recordReach, () => {
  test('is one room while nothing else hangs on it', () => {
    expect(recordReach(null, true)).toBe('room');
    expect(recordReach({ offRecord: false }, false)).toBe('room');
  });

  test('goes from the main room to its breakout rooms', () => {
    expect(recordReach({ offRecord: false }, true)).toBe('rooms');
    expect(recordReach({ offRecord: true }, true)).toBe('rooms');
    expect(recordReach({ offRecord: true }, false)).toBe('meeting');
  });
});
