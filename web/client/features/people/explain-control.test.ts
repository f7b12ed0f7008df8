import { describe, expect, test } from 'vitest';
import { explainControl } from './useObeyHosts.ts';

const before = { role: 'guest' as const, silenced: false, wasOn: true };
const standing = (change: object) => ({
  type: 'standing.changed' as const,
  role: 'guest' as const,
  silenced: false,
  by: 'Ana',
  ...change,
});

describe(explainControl, () => {
  test('says who asked to mute, and nothing to someone who was muted', () => {
    const mute = { type: 'microphone.mute' as const, by: 'Ana', asks: 1 };
    expect(explainControl(mute, before)).toBe('Ana asked you to mute. Your microphone is off now.');
    expect(explainControl(mute, { ...before, wasOn: false })).toBeNull();
  });

  test('says what was taken away, given back, or made of someone', () => {
    expect(explainControl(standing({ silenced: true }), before)).toContain('Only a host can give it back');
    expect(explainControl(standing({}), { ...before, silenced: true })).toContain(
      'gave your microphone back',
    );
    expect(explainControl(standing({ role: 'cohost' }), before)).toBe('Ana made you a co-host.');
    expect(explainControl(standing({}), { ...before, role: 'cohost' })).toContain('participant again');
  });

  test('says nothing when nothing has changed', () => {
    expect(explainControl(standing({}), before)).toBeNull();
    expect(explainControl({ type: 'people.changed' }, before)).toBeNull();
  });
});
