import { describe, expect, it } from 'vitest';
import { readConfig } from '../lib/config.ts';
import { createId } from '../lib/ids.ts';
import { limits, type RoomMetadata } from '../lib/messages.ts';
import type { WritePersona } from '../lib/persona-messages.ts';
import { cleanPersona } from './write-persona.ts';

const config = readConfig({ STT_BASE_URL: 'http://127.0.0.1:1/v1', STT_LANGUAGES: 'en,de' });
const written: WritePersona = { name: 'Pia', instructions: 'Listen.', mode: 'addressed' };
const clean = (change: Partial<WritePersona>) => cleanPersona({ config }, { ...written, ...change });

describe(cleanPersona, () => {
  it('takes controls, bidi marks and zero-width characters out, and keeps paragraphs', () => {
    const { content } = clean({
      name: ' Pi\u202ea\u200b\u0000 ',
      instructions: 'One.\r\n\r\n\r\n\r\nTwo\u0007  words.\n',
      greeting: 'Hello,\nall',
    });
    expect([content.name, content.instructions, content.greeting]).toEqual([
      'Pi a',
      'One.\n\nTwo words.',
      'Hello, all',
    ]);
  });

  it('keeps markup as the text that it is', () => {
    expect(clean({ name: '<img src=x onerror=alert(1)>' }).content.name).toBe('<img src=x onerror=alert(1)>');
  });

  it('refuses no name, too much text, and a language that nobody understands, each with a sentence', () => {
    expect(() => clean({ name: '\u200b ' })).toThrow('Please enter a name.');
    expect(() => clean({ instructions: 'x'.repeat(8_001) })).toThrow('8000 characters at most');
    expect(() => clean({ greeting: 'x'.repeat(501) })).toThrow('greeting may have 500 characters');
    expect(() => clean({ language: 'fr' })).toThrow('understands en, de');
  });

  it('refuses what does not fit into a room, and takes only what does', () => {
    expect(() => clean({ instructions: '語'.repeat(8_000) })).toThrow(/needs 24\d{3} bytes.*Shorten/);
    const longest = clean({ instructions: '語'.repeat(4_600), name: '語'.repeat(80) }).content;
    const metadata: RoomMetadata = {
      v: 1,
      meeting: {
        id: createId('mtg'),
        title: '"'.repeat(200),
        language: 'en',
        startedAtMs: Date.now(),
        timeZone: 'America/Argentina/ComodRivadavia',
      },
      persona: longest,
      features: { paused: false, muted: false, dismissed: false, recording: false, picture: false },
    };
    expect(Buffer.byteLength(JSON.stringify(metadata))).toBeLessThanOrEqual(limits.roomMetadata);
  });
});
