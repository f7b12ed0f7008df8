import { describe, expect, test } from 'vitest';
import { readRoomPersona } from './room-persona.ts';

const persona = { name: 'Iris', instructions: '', mode: 'silent', voice: 'default', greeting: 'Hi' };
const metadata = {
  v: 1,
  meeting: { id: 'mtg_01JD0000000000000000000000', title: 'T', language: 'en', startedAtMs: 5 },
  persona,
  features: { paused: false },
};

describe(readRoomPersona, () => {
  test('reads the persona, and whatever a later web may add beside it', () => {
    expect(readRoomPersona(JSON.stringify({ ...metadata, later: 1 }))).toEqual(persona);
  });

  test('reads nothing from anything else', () => {
    const odd = [undefined, '', 'x', '{}', JSON.stringify({ ...metadata, persona: { name: 'Iris' } })];
    expect(odd.map(readRoomPersona)).toEqual([null, null, null, null, null]);
  });
});
