import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { decodeWav, encodeWav } from './wav.ts';

const sound = { sampleRate: 24_000, samples: Int16Array.of(0, 1, -1, 32_767, -32_768) };
const patched = (change: (view: DataView) => void) => {
  const bytes = encodeWav(sound);
  change(new DataView(bytes.buffer));
  return bytes;
};

describe(decodeWav, () => {
  it('reads back what was written', () => {
    fc.assert(
      fc.property(
        fc.int16Array({ minLength: 1 }),
        fc.constantFrom(8_000, 22_050, 48_000),
        (samples, sampleRate) => {
          expect(decodeWav(encodeWav({ sampleRate, samples }))).toEqual({ sampleRate, samples });
        },
      ),
    );
  });

  it('skips chunks that it does not know, padded to an even length', () => {
    const bytes = encodeWav(sound);
    const list = Uint8Array.of(76, 73, 83, 84, 3, 0, 0, 0, 1, 2, 3, 0);
    const withList = Uint8Array.from([...bytes.subarray(0, 36), ...list, ...bytes.subarray(36)]);
    expect(decodeWav(withList).samples).toEqual(sound.samples);
  });

  it('takes what is there when the recorder never wrote the length', () => {
    expect(decodeWav(patched((view) => view.setUint32(40, 0, true))).samples).toEqual(sound.samples);
    expect(decodeWav(patched((view) => view.setUint32(40, 0xffffffff, true))).samples).toEqual(sound.samples);
  });

  it('says what is wrong', () => {
    expect(() => decodeWav(new TextEncoder().encode('<!doctype html><html></html>'))).toThrow('is not a WAV');
    expect(() => decodeWav(new Uint8Array())).toThrow('is not a WAV');
    expect(() => decodeWav(encodeWav(sound).subarray(0, 36))).toThrow('no sound');
    expect(() => decodeWav(encodeWav(sound).subarray(0, 44))).toThrow('no sound');
    expect(() => decodeWav(patched((view) => view.setUint16(22, 2, true)))).toThrow('2 channels');
    expect(() => decodeWav(patched((view) => view.setUint16(34, 24, true)))).toThrow('24-bit');
    expect(() => decodeWav(patched((view) => view.setUint16(20, 3, true)))).toThrow('format 3');
    expect(() => decodeWav(patched((view) => view.setUint32(24, 0, true)))).toThrow('0 Hz');
  });

  it('answers any bytes with a sound or an error with a message', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 80 }), fc.nat(60), (noise, at) => {
        const bytes = encodeWav(sound);
        bytes.set(
          noise.subarray(0, Math.max(0, bytes.length - at)),
          at % bytes.length > bytes.length - noise.length ? 0 : at % bytes.length,
        );
        try {
          expect(decodeWav(bytes).samples.length).toBeGreaterThan(0);
        } catch (error) {
          expect(String(error)).toMatch(/ (is not|has) /);
        }
      }),
    );
  });
});
