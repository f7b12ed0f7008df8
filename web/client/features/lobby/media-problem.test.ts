import { describe, expect, test } from 'vitest';
import { explainMediaProblem, mediaProblemOf } from './media-problem.ts';

describe(mediaProblemOf, () => {
  test.each([
    ['NotAllowedError', 'denied'],
    ['SecurityError', 'denied'],
    ['NotReadableError', 'busy'],
    ['AbortError', 'busy'],
    ['NotFoundError', 'missing'],
    ['OverconstrainedError', 'missing'],
    ['NotSupportedError', 'unsupported'],
    ['WhateverError', 'unknown'],
  ])('%s means %s', (name, problem) => {
    expect(mediaProblemOf(new DOMException('no', name))).toBe(problem);
  });

  test('a page without https has no devices at all', () => {
    expect(mediaProblemOf(new TypeError('undefined is not an object'))).toBe('unsupported');
  });
});

describe(explainMediaProblem, () => {
  test('names the device and the way out', () => {
    expect(explainMediaProblem('camera', 'busy')).toMatch(/using your camera.*try again/i);
    expect(explainMediaProblem('microphone', 'denied')).toMatch(/microphone.*address bar/i);
  });
});
