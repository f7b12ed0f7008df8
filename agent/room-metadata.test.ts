import { describe, expect, it } from 'vitest';
import { parseRoomMetadata } from './room-metadata.ts';

const good = {
  v: 1,
  meeting: { id: 'mtg_01JD0000000000000000000000', title: 'T', language: 'en', startedAtMs: 5 },
  persona: { name: 'Nova', instructions: '', mode: 'addressed', voice: 'default', greeting: '' },
  features: { paused: false },
};

describe(parseRoomMetadata, () => {
  it('reads what web writes and ignores what a later web may add', () => {
    const parsed = parseRoomMetadata(JSON.stringify({ ...good, later: 1 }));
    expect(parsed).toMatchObject({ ok: true, metadata: { persona: { name: 'Nova' } } });
  });

  it('says what is wrong with anything else', () => {
    const reasons = [
      undefined,
      '',
      'not json',
      '[]',
      JSON.stringify({ ...good, v: 2 }),
      JSON.stringify({ ...good, persona: { ...good.persona, mode: 'shouting' } }),
      JSON.stringify({ ...good, persona: { ...good.persona, instructions: 'x'.repeat(20_000) } }),
    ].map((text) => parseRoomMetadata(text));
    expect(reasons.map((parsed) => (parsed.ok ? 'ok' : parsed.reason))).toEqual([
      'the room has no metadata',
      'the room has no metadata',
      'the metadata is not JSON',
      expect.stringContaining('does not fit'),
      expect.stringContaining('does not fit: v'),
      expect.stringContaining('does not fit: persona.mode'),
      'the metadata has more than 16384 bytes',
    ]);
  });
});
