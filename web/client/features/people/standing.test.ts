import { describe, expect, test } from 'vitest';
import { labelOfRole, standingOf } from './standing.ts';

describe(standingOf, () => {
  test('reads what the server wrote', () => {
    expect(standingOf({ 'parley.role': 'cohost', 'parley.silenced': 'true' })).toEqual({
      role: 'cohost',
      silenced: true,
    });
  });

  test('takes someone without attributes, or with strange ones, for a guest', () => {
    const guest = { role: 'guest', silenced: false };
    expect([standingOf(undefined), standingOf({ 'parley.role': 'emperor' })]).toEqual([guest, guest]);
  });
});

describe(labelOfRole, () => {
  test('names those who host and those who came by link', () => {
    expect((['host', 'cohost', 'participant', 'viewer', 'guest'] as const).map(labelOfRole)).toEqual([
      'Host',
      'Co-host',
      null,
      'Viewer',
      'Guest',
    ]);
  });
});
