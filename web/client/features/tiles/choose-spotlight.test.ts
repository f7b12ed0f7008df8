import { describe, expect, test } from 'vitest';
import { chooseSpotlight } from './choose-spotlight.ts';

const scene = { present: ['me', 'ana', 'ben', 'agent'], speakers: [], self: 'me', pinned: null };

describe(chooseSpotlight, () => {
  test('is the one who speaks, and stays when that ends', () => {
    const ben = chooseSpotlight(null, { ...scene, speakers: ['ben'] });
    expect(ben).toBe('ben');
    expect(chooseSpotlight(ben, scene)).toBe('ben');
  });

  test('does not jump to somebody who joins in', () => {
    expect(chooseSpotlight('ben', { ...scene, speakers: ['ben', 'ana'] })).toBe('ben');
    expect(chooseSpotlight('ben', { ...scene, speakers: ['ana'] })).toBe('ana');
  });

  test('is never oneself while somebody else is there', () => {
    expect(chooseSpotlight('ben', { ...scene, speakers: ['me'] })).toBe('ben');
    expect(chooseSpotlight(null, { ...scene, speakers: ['me'] })).toBe('ana');
    expect(chooseSpotlight(null, { ...scene, present: ['me'] })).toBe('me');
  });

  test('is the pinned one, also again after that one was away', () => {
    const pinned = { ...scene, pinned: 'ana', speakers: ['ben'] };
    expect(chooseSpotlight('ben', pinned)).toBe('ana');
    expect(chooseSpotlight('ana', { ...pinned, present: ['me', 'ben', 'agent'] })).toBe('ben');
    expect(chooseSpotlight('ben', pinned)).toBe('ana');
    expect(chooseSpotlight(null, { ...scene, pinned: 'me' })).toBe('me');
  });

  test('moves on when that person leaves', () => {
    expect(chooseSpotlight('cleo', scene)).toBe('ana');
    expect(chooseSpotlight('cleo', { ...scene, present: [] })).toBe(null);
  });
});
