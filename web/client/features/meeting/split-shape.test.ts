import { describe, expect, test } from 'vitest';
import { directionOf, usualShare } from './split-shape.ts';

describe(directionOf, () => {
  test('puts panels beside each other where it is wide, else above each other', () => {
    expect(directionOf(1_200, 620, null)).toBe('columns');
    expect(directionOf(600, 560, null)).toBe('rows');
  });

  test('does as the person wants where there is room', () => {
    expect(directionOf(1_200, 620, 'rows')).toBe('rows');
    expect(directionOf(600, 560, 'columns')).toBe('columns');
    expect(directionOf(336, 420, 'columns')).toBe('rows');
  });
});

describe(usualShare, () => {
  test('gives what is read most of the stage beside people, and half of it beside each other', () => {
    expect(usualShare(['screen', 'people'])).toBe(76);
    expect(usualShare(['screen', 'board'])).toBe(50);
  });
});
