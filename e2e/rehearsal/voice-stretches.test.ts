import { describe, expect, it } from 'vitest';
import { createVoiceStretches } from './voice-stretches.ts';

const loud = new Int16Array(320).fill(2_000);
const quiet = new Int16Array(320).fill(20);

describe(createVoiceStretches, () => {
  it('begins at the first loud frame and bridges the pauses of a sentence', () => {
    const heard = createVoiceStretches();
    heard.add(quiet, 0);
    heard.add(loud, 20);
    heard.add(quiet, 40);
    heard.add(loud, 320);
    heard.add(quiet, 340);
    expect(heard.stretches).toEqual([{ fromMs: 20, toMs: 320 }]);
  });

  it('begins anew after a longer silence', () => {
    const heard = createVoiceStretches();
    heard.add(loud, 20);
    heard.add(loud, 340);
    expect(heard.stretches.map(({ fromMs }) => fromMs)).toEqual([20, 340]);
  });

  it('hears nothing in silence', () => {
    const heard = createVoiceStretches();
    heard.add(quiet, 20);
    heard.add(new Int16Array(), 40);
    expect(heard.stretches).toEqual([]);
  });
});
