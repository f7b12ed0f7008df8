import { describe, expect, it } from 'vitest';
import { mayDraw } from './board-messages.ts';

describe(mayDraw, () => {
  it('lets everyone draw whose role allows it, and nobody from whom a host took the pen', () => {
    expect(mayDraw('everyone', { role: 'guest', pen: null })).toBe(true);
    expect(mayDraw('everyone', { role: 'viewer', pen: null })).toBe(false);
    expect(mayDraw('everyone', { role: 'guest', pen: false })).toBe(false);
  });

  it('lets those draw whom hosts have chosen', () => {
    expect(mayDraw('chosen', { role: 'participant', pen: null })).toBe(false);
    expect(mayDraw('chosen', { role: 'viewer', pen: true })).toBe(true);
  });

  it('lets hosts alone draw, and always', () => {
    expect(mayDraw('hosts', { role: 'participant', pen: true })).toBe(false);
    for (const rule of ['everyone', 'chosen', 'hosts'] as const) {
      expect(mayDraw(rule, { role: 'cohost', pen: false })).toBe(true);
    }
  });
});
