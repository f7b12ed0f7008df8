import { describe, expect, it } from 'vitest';
import { createDictionary } from './dictionary.ts';
import { pronounce } from './pronounce.ts';

const lookUp = createDictionary(
  JSON.stringify({
    OVER: ['OW1', 'V', 'ER0'],
    EF: ['EH1', 'F'],
    BEE: ['B', 'IY1'],
    EYE: ['AY1'],
    "IT'S": ['IH1', 'T', 'S'],
  }),
);
const sounds = (text: string, guess: (word: string) => string[] = (word) => [...word.toUpperCase()]) =>
  pronounce(text, { lookUp, guess })
    .map(({ phone, tone }) => `${phone}${tone}`)
    .join(' ');

describe(pronounce, () => {
  it('takes sounds and stress from the dictionary, with silence around and punctuation in place', () => {
    expect(sounds('over, over.')).toBe('_0 ow2 V0 er1 ,0 ow2 V0 er1 .0 _0');
    expect(sounds("It's")).toBe('_0 ih2 t0 s0 _0');
  });

  it('asks the spelling network for what the dictionary lacks, in lower case', () => {
    const asked: string[] = [];
    sounds('Parley over', (word) => {
      asked.push(word);
      return ['P'];
    });
    expect(asked).toEqual(['parley']);
  });

  it('spells initialisms and reads shouted sentences', () => {
    expect(sounds('FBI')).toBe('_0 eh2 f0 b0 iy2 ay2 _0');
    expect(sounds('OVER OVER')).toBe('_0 ow2 V0 er1 ow2 V0 er1 _0');
  });

  it('is silence for text without words', () => {
    expect(sounds(' ... ')).toBe('_0 _0');
    expect(sounds('')).toBe('_0 _0');
  });
});

describe(createDictionary, () => {
  it('finds whole words only', () => {
    expect(lookUp('OVER')).toEqual(['OW1', 'V', 'ER0']);
    expect(lookUp('OVE')).toBeUndefined();
    expect(lookUp('VER')).toBeUndefined();
    expect(lookUp('OW1')).toBeUndefined();
  });
});
