import { describe, expect, it } from 'vitest';
import { interpolate, variablesIn } from './compose-file.ts';

const variable = (rest: string) => `$\{${rest}}`;

describe('interpolate', () => {
  it('fills in values and defaults', () => {
    expect(interpolate(`${variable('A')} ${variable('B:-b')} ${variable('C:-')}`, { A: '1', C: '' })).toBe(
      '1 b ',
    );
  });

  it('leaves an escaped dollar to the container', () => {
    expect(interpolate('"$$HOME"', { HOME: '/root' })).toBe('"$HOME"');
  });

  it('refuses a required variable that is unset or empty', () => {
    expect(() => interpolate(variable('A:?say it'), { A: '' })).toThrow('A: say it');
  });
});

describe('variablesIn', () => {
  it('finds every form once', () => {
    expect(variablesIn(`${['A', 'B:-x', 'B:?y'].map(variable).join(' ')} $${variable('NOT')}`)).toEqual(
      new Set(['A', 'B']),
    );
  });
});
