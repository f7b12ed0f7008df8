import { describe, expect, it } from 'vitest';
import { judgeMissingRoom } from './reconcile.ts';

const missing = { startedAgoMs: 600_000, missingForMs: 0, wasAttended: true, breakoutsAgoMs: null };

describe(judgeMissingRoom, () => {
  it('gives people time to come back after LiveKit restarted', () => {
    expect(judgeMissingRoom({ ...missing, missingForMs: 44_999 })).toEqual({ kind: 'keep' });
    expect(judgeMissingRoom({ ...missing, missingForMs: 45_000 })).toEqual({
      kind: 'end',
      reason: 'room_gone',
    });
  });

  it('keeps a meeting whose people are in breakout rooms, and gives them time to come back', () => {
    const away = { ...missing, missingForMs: 3_600_000 };
    expect(judgeMissingRoom({ ...away, breakoutsAgoMs: 0 })).toEqual({ kind: 'keep' });
    expect(judgeMissingRoom({ ...away, breakoutsAgoMs: 44_999 })).toEqual({ kind: 'keep' });
    expect(judgeMissingRoom({ ...away, breakoutsAgoMs: 45_000 })).toEqual({
      kind: 'end',
      reason: 'room_gone',
    });
  });

  it('keeps a meeting that nobody has reached yet, for a day', () => {
    const unattended = { ...missing, wasAttended: false, missingForMs: 3_600_000 };
    expect(judgeMissingRoom(unattended)).toEqual({ kind: 'keep' });
    expect(judgeMissingRoom({ ...unattended, startedAgoMs: 24 * 3600_000 })).toEqual({
      kind: 'end',
      reason: 'never_joined',
    });
  });
});
