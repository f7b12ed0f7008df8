import { describe, expect, test } from 'vitest';
import {
  type Connection,
  type ConnectionEvent,
  foldConnection,
  newConnection,
  quietForMs,
} from './audio-only-advice.ts';
import type { Quality } from './connection-words.ts';

const seconds = (count: number) => count * 1_000;
const turns = (quality: Quality, atSeconds: number): ConnectionEvent => ({
  type: 'quality',
  quality,
  atMs: seconds(atSeconds),
});
const tick = (atSeconds: number): ConnectionEvent => ({ type: 'tick', atMs: seconds(atSeconds) });
const stateAfter = (...events: ConnectionEvent[]): Connection =>
  events.reduce(foldConnection, newConnection(0));

describe(foldConnection, () => {
  test.each(['poor', 'lost'] as const)('suggests audio only when the connection is %s for a while', (bad) => {
    expect(stateAfter(turns(bad, 1), tick(10)).suggested).toBe(false);
    expect(stateAfter(turns(bad, 1), tick(11)).suggested).toBe(true);
  });

  test('counts poor and lost as one', () => {
    expect(stateAfter(turns('poor', 1), turns('lost', 6), turns('poor', 9), tick(11)).suggested).toBe(true);
  });

  test('says nothing about bad moments', () => {
    const events = [turns('poor', 1), turns('good', 8), turns('poor', 9), tick(18)];
    expect(stateAfter(...events).suggested).toBe(false);
  });

  test('says nothing while nothing is known, and does not forget what was', () => {
    expect(stateAfter(turns('unknown', 1), tick(60)).suggested).toBe(false);
    expect(stateAfter(turns('poor', 1), turns('unknown', 5), tick(11)).suggested).toBe(true);
  });

  test('keeps the suggestion over short good moments, until the connection is steady', () => {
    const weak = [turns('poor', 1), tick(11)];
    expect(stateAfter(...weak, turns('good', 20), tick(40)).suggested).toBe(true);
    expect(stateAfter(...weak, turns('good', 20), tick(50)).suggested).toBe(false);
  });

  test('leaves a person alone who put it aside, for a while', () => {
    const aside: ConnectionEvent[] = [turns('poor', 1), tick(11), { type: 'put-aside', atMs: seconds(12) }];
    expect(stateAfter(...aside, tick(60)).suggested).toBe(false);
    expect(stateAfter(...aside, { type: 'tick', atMs: seconds(12) + quietForMs }).suggested).toBe(true);
  });

  test('gives the same state back when nothing changes', () => {
    const now = stateAfter(turns('good', 1));
    expect(foldConnection(now, tick(5))).toBe(now);
  });
});

describe('a connection', () => {
  test('is steady when it was good for a while', () => {
    const events = [turns('poor', 1), turns('good', 20)];
    expect(stateAfter(...events, tick(49)).steady).toBe(false);
    expect(stateAfter(...events, tick(50)).steady).toBe(true);
    expect(stateAfter(...events, tick(50), turns('poor', 51)).steady).toBe(false);
  });
});
