/** WAV in and out (RIFF/WAVE with PCM of 8 to 32 bits or IEEE float, any rate, any number of channels). */

/** Where the samples are in a WAV and how to read them. */
export interface WavFormat {
  sampleRate: number;
  channels: number;
  bits: 8 | 16 | 24 | 32 | 64;
  encoding: 'integer' | 'float';
}

export interface Wav extends WavFormat {
  /** Samples of all channels, interleaved, little-endian; a view on the input. */
  data: Uint8Array<ArrayBuffer>;
  /** Samples per channel. */
  frames: number;
}

/** Thrown for bytes that are not a WAV that this server reads; the message is one sentence for the caller. */
export class WavError extends Error {
  override readonly name = 'WavError';
}

const extensible = 0xfffe;

/**
 * Reads the headers and finds the samples. A data chunk that claims more than there is ends where the file
 * ends: that is how streamed WAVs of unknown length look.
 */
export function parseWav(bytes: Uint8Array<ArrayBuffer>): Wav {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (bytes.length < 12 || tag(view, 0) !== 'RIFF' || tag(view, 8) !== 'WAVE') {
    throw new WavError('The file is not a WAV; this server reads WAV (PCM or float) only.');
  }
  let format: WavFormat | null = null;
  for (let at = 12; at + 8 <= bytes.length; ) {
    const name = tag(view, at);
    const size = Math.min(view.getUint32(at + 4, true), bytes.length - at - 8);
    if (name === 'fmt ') format = parseFormat(view, at + 8, size);
    if (name === 'data') {
      if (!format) throw new WavError('The WAV has samples before its format.');
      const frameBytes = (format.channels * format.bits) / 8;
      const frames = Math.floor(size / frameBytes);
      return { ...format, frames, data: bytes.subarray(at + 8, at + 8 + frames * frameBytes) };
    }
    at += 8 + size + (size % 2);
  }
  throw new WavError('The WAV has no samples.');
}

function parseFormat(view: DataView, at: number, size: number): WavFormat {
  if (size < 16) throw new WavError('The WAV has a broken format header.');
  const declared = view.getUint16(at, true);
  const code = declared === extensible && size >= 26 ? view.getUint16(at + 24, true) : declared;
  const channels = view.getUint16(at + 2, true);
  const sampleRate = view.getUint32(at + 4, true);
  const bits = view.getUint16(at + 14, true);
  if (channels < 1 || channels > 32)
    throw new WavError(`The WAV has ${channels} channels; 1 to 32 are read.`);
  if (sampleRate < 4_000 || sampleRate > 384_000) {
    throw new WavError(`The WAV has ${sampleRate} samples a second; 4000 to 384000 are read.`);
  }
  if (code === 1 && (bits === 8 || bits === 16 || bits === 24 || bits === 32)) {
    return { sampleRate, channels, bits, encoding: 'integer' };
  }
  if (code === 3 && (bits === 32 || bits === 64)) return { sampleRate, channels, bits, encoding: 'float' };
  throw new WavError(`The WAV uses encoding ${code} with ${bits} bits; PCM (8 to 32) and float are read.`);
}

function tag(view: DataView, at: number): string {
  return String.fromCharCode(...[0, 1, 2, 3].map((i) => view.getUint8(at + i)));
}

/** The mean of all channels as floats in -1..1; what is not a number counts as silence. */
export function decodeMono(format: WavFormat, data: Uint8Array<ArrayBuffer>): Float32Array<ArrayBuffer> {
  const bytes = format.bits / 8;
  const read = sampleReader(format, new DataView(data.buffer, data.byteOffset, data.byteLength));
  const frames = Math.floor(data.length / (bytes * format.channels));
  const mono = new Float32Array(frames);
  for (let frame = 0, at = 0; frame < frames; frame += 1) {
    let sum = 0;
    for (let channel = 0; channel < format.channels; channel += 1, at += bytes) sum += read(at);
    const mean = sum / format.channels;
    mono[frame] = mean >= -1 && mean <= 1 ? mean : Number.isNaN(mean) ? 0 : Math.sign(mean);
  }
  return mono;
}

function sampleReader({ bits, encoding }: WavFormat, view: DataView): (at: number) => number {
  if (encoding === 'float') {
    return bits === 64 ? (at) => view.getFloat64(at, true) : (at) => view.getFloat32(at, true);
  }
  if (bits === 8) return (at) => (view.getUint8(at) - 128) / 128;
  if (bits === 16) return (at) => view.getInt16(at, true) / 32_768;
  if (bits === 24) return (at) => (view.getUint16(at, true) + (view.getInt8(at + 2) << 16)) / 8_388_608;
  return (at) => view.getInt32(at, true) / 2_147_483_648;
}

/** 16-bit little-endian PCM; what is louder than full scale is clipped. */
export function encodePcm16(samples: Float32Array): Uint8Array<ArrayBuffer> {
  const view = new DataView(new ArrayBuffer(samples.length * 2));
  samples.forEach((sample, i) => {
    view.setInt16(i * 2, Math.round(Math.max(-1, Math.min(1, sample)) * 32_767), true);
  });
  return new Uint8Array(view.buffer);
}

/** The 44 bytes before mono 16-bit PCM of `dataBytes` bytes. */
export function wavHeader(sampleRate: number, dataBytes: number): Uint8Array<ArrayBuffer> {
  const view = new DataView(new ArrayBuffer(44));
  const ascii = (at: number, text: string) => {
    for (let i = 0; i < text.length; i += 1) view.setUint8(at + i, text.charCodeAt(i));
  };
  ascii(0, 'RIFF');
  view.setUint32(4, 36 + dataBytes, true);
  ascii(8, 'WAVEfmt ');
  view.setUint32(16, 16, true);
  view.setUint16(20, 1, true);
  view.setUint16(22, 1, true);
  view.setUint32(24, sampleRate, true);
  view.setUint32(28, sampleRate * 2, true);
  view.setUint16(32, 2, true);
  view.setUint16(34, 16, true);
  ascii(36, 'data');
  view.setUint32(40, dataBytes, true);
  return new Uint8Array(view.buffer);
}
