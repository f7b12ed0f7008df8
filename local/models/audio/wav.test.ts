import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { decodeMono, encodePcm16, parseWav, WavError, type WavFormat, wavHeader } from './wav.ts';

/** A WAV with the given samples; `chunks` are put before the data. */
function makeWav(format: WavFormat, samples: number[], chunks: Uint8Array[] = []): Uint8Array<ArrayBuffer> {
  const bytes = format.bits / 8;
  const data = new DataView(new ArrayBuffer(samples.length * bytes));
  samples.forEach((sample, i) => {
    const at = i * bytes;
    if (format.encoding === 'float') {
      if (format.bits === 64) data.setFloat64(at, sample, true);
      else data.setFloat32(at, sample, true);
    } else if (format.bits === 8) data.setUint8(at, sample * 128 + 128);
    else if (format.bits === 16) data.setInt16(at, sample * 32_768, true);
    else if (format.bits === 24) {
      data.setUint16(at, (sample * 8_388_608) & 0xffff, true);
      data.setInt8(at + 2, (sample * 8_388_608) >> 16);
    } else data.setInt32(at, sample * 2_147_483_648, true);
  });
  const header = new DataView(new ArrayBuffer(24));
  header.setUint32(0, 0x666d7420);
  header.setUint32(4, 16, true);
  header.setUint16(8, format.encoding === 'float' ? 3 : 1, true);
  header.setUint16(10, format.channels, true);
  header.setUint32(12, format.sampleRate, true);
  header.setUint16(22, format.bits, true);
  const dataHead = new DataView(new ArrayBuffer(8));
  dataHead.setUint32(0, 0x64617461);
  dataHead.setUint32(4, data.byteLength, true);
  const views = [header, ...chunks, dataHead, data];
  const parts = views.map((view) => new Uint8Array(view.buffer, view.byteOffset, view.byteLength));
  return new Uint8Array(Buffer.concat([Buffer.from('RIFF\0\0\0\0WAVE', 'latin1'), ...parts]));
}

function decode(bytes: Uint8Array<ArrayBuffer>): number[] {
  const wav = parseWav(bytes);
  return [...decodeMono(wav, wav.data)];
}

describe(parseWav, () => {
  it('reads every supported width to the same floats', () => {
    const samples = [0, 0.5, -0.5, 0.25, -1];
    const formats: Pick<WavFormat, 'bits' | 'encoding'>[] = [
      { bits: 8, encoding: 'integer' },
      { bits: 16, encoding: 'integer' },
      { bits: 24, encoding: 'integer' },
      { bits: 32, encoding: 'integer' },
      { bits: 32, encoding: 'float' },
      { bits: 64, encoding: 'float' },
    ];
    for (const format of formats) {
      expect(
        decode(makeWav({ ...format, sampleRate: 16_000, channels: 1 }, samples)),
        `${format.bits}`,
      ).toEqual(samples);
    }
  });

  it('mixes channels to their mean', () => {
    const stereo = makeWav(
      { sampleRate: 8_000, channels: 2, bits: 16, encoding: 'integer' },
      [0.5, 0.25, -1, 0],
    );
    expect(parseWav(stereo)).toMatchObject({ frames: 2, channels: 2, sampleRate: 8_000 });
    expect(decode(stereo)).toEqual([0.375, -0.5]);
  });

  it('skips chunks it does not know, also those of odd length', () => {
    const list = new Uint8Array(Buffer.from('LIST\x03\0\0\0abc\0', 'latin1'));
    const format = { sampleRate: 16_000, channels: 1, bits: 16, encoding: 'integer' } as const;
    expect(decode(makeWav(format, [0.5], [list]))).toEqual([0.5]);
  });

  it('takes what is there when the header of a streamed file claims more', () => {
    const pcm = encodePcm16(Float32Array.of(0.5, -0.5));
    const streamed = new Uint8Array(Buffer.concat([wavHeader(24_000, 0xffff_ff00), pcm]));
    expect(parseWav(streamed)).toMatchObject({ frames: 2, sampleRate: 24_000 });
  });

  it('counts what is not a number as silence and clips what is too loud', () => {
    const format = { sampleRate: 16_000, channels: 1, bits: 32, encoding: 'float' } as const;
    expect(decode(makeWav(format, [Number.NaN, 7, -7, Number.POSITIVE_INFINITY]))).toEqual([0, 1, -1, 1]);
  });

  it('says what is wrong with a file that it does not read', () => {
    const pcm = { sampleRate: 16_000, channels: 1, bits: 16, encoding: 'integer' } as const;
    const mp3 = new Uint8Array(Buffer.from('ID3\x04 this is an mp3, not a wav'));
    expect(() => parseWav(mp3)).toThrow('not a WAV');
    expect(() => parseWav(makeWav({ ...pcm, channels: 0 }, []))).toThrow('0 channels');
    expect(() => parseWav(makeWav({ ...pcm, sampleRate: 1 }, []))).toThrow('1 samples a second');
    const law = makeWav(pcm, [0]);
    law[20] = 7;
    expect(() => parseWav(law)).toThrow('encoding 7');
    expect(() => parseWav(makeWav(pcm, []).slice(0, 36))).toThrow('no samples');
  });

  it('answers any bytes with a WAV or a WavError, and never with more frames than bytes', () => {
    const valid = makeWav({ sampleRate: 16_000, channels: 1, bits: 16, encoding: 'integer' }, [0.5, 0.1, 0]);
    const flips = fc.array(fc.tuple(fc.nat(valid.length - 1), fc.nat(255)), { maxLength: 8 });
    fc.assert(
      fc.property(fc.oneof(flips, fc.uint8Array({ maxLength: 80 })), fc.nat(valid.length), (change, cut) => {
        const bytes = change instanceof Uint8Array ? new Uint8Array(change) : valid.slice(0, cut);
        if (!(change instanceof Uint8Array)) for (const [at, value] of change) bytes[at] = value;
        try {
          const wav = parseWav(bytes);
          expect(wav.frames).toBeLessThanOrEqual(bytes.length);
          for (const sample of decodeMono(wav, wav.data)) expect(Math.abs(sample)).toBeLessThanOrEqual(1);
        } catch (error) {
          expect(error).toBeInstanceOf(WavError);
        }
      }),
      { numRuns: 2_000 },
    );
  });
});

describe(encodePcm16, () => {
  it('gives back the samples to within a bit, and clips', () => {
    const samples = Float32Array.of(0, 0.3, -0.7, 1, -1, 2, -2);
    const pcm = encodePcm16(samples);
    const back = decode(new Uint8Array(Buffer.concat([wavHeader(24_000, pcm.length), pcm])));
    back.forEach((sample, i) => {
      expect(sample).toBeCloseTo(Math.max(-1, Math.min(1, samples[i] ?? 0)), 3);
    });
  });
});
