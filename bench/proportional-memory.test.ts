import { describe, expect, it } from 'vitest';
import { parsePss } from './proportional-memory.ts';

describe(parsePss, () => {
  it('reads the Pss line and no other', () => {
    const rollup = 'Rss:  9 kB\nPss:              102400 kB\nPss_Dirty: 7 kB\n';
    expect(parsePss(rollup)).toBe(102_400 * 1024);
  });

  it('refuses what has no such line', () => {
    expect(() => parsePss('Rss: 9 kB\n')).toThrow('no Pss line');
  });
});
