import { describe, expect, test } from 'vitest';
import { readRoomMetadata } from './room-metadata.ts';

const persona = { name: 'Iris', instructions: '', mode: 'silent', voice: 'default', greeting: 'Hi' };
const metadata = {
  v: 1,
  meeting: { id: 'mtg_01JD0000000000000000000000', title: 'T', language: 'en', startedAtMs: 5 },
  persona,
  features: { paused: true },
};

describe(readRoomMetadata, () => {
  test('reads what is there, and whatever a later web may add beside it', () => {
    expect(readRoomMetadata(JSON.stringify({ ...metadata, later: 1 }))).toMatchObject({
      persona,
      meeting: { timeZone: 'UTC' },
      features: { paused: true, muted: false, dismissed: false },
    });
  });

  test('reads nothing from anything else', () => {
    const odd = [undefined, '', 'x', '{}', JSON.stringify({ ...metadata, persona: { name: 'Iris' } })];
    expect(odd.map(readRoomMetadata)).toEqual([null, null, null, null, null]);
  });
});
