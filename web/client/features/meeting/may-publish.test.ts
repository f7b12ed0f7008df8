import { describe, expect, test } from 'vitest';
import { mayPublish } from './may-publish.ts';

describe(mayPublish, () => {
  test('allows everything where no sources are named, and nothing to those who only watch', () => {
    expect(mayPublish({ canPublish: true, canPublishSources: [] }, 'microphone')).toBe(true);
    expect(mayPublish({ canPublish: false, canPublishSources: [] }, 'camera')).toBe(false);
  });

  test('leaves the camera to someone whose microphone was taken away', () => {
    const silenced = { canPublish: true, canPublishSources: [1, 3] };
    expect([mayPublish(silenced, 'camera'), mayPublish(silenced, 'microphone')]).toEqual([true, false]);
  });

  test('does not stand in the way before the server has spoken', () => {
    expect(mayPublish(undefined, 'microphone')).toBe(true);
  });
});
