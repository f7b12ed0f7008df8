/** Mono 16-bit sound as it lies in a WAV file. */
export interface Sound {
  /** Samples per second. */
  sampleRate: number;
  samples: Int16Array;
}

const pcm = 1;
/** The format says what it is in a sub-format GUID, whose first two bytes are the plain format code. */
const extensible = 0xfffe;

/**
 * Reads a RIFF WAVE file of one channel with 16-bit PCM samples, at any sample rate. Throws an `Error` whose
 * message says what is wrong with the bytes. Chunks: Microsoft RIFF specification, "Multimedia Programming
 * Interface and Data Specifications 1.0".
 */
export function decodeWav(bytes: Uint8Array): Sound {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (bytes.length < 12 || chunkName(view, 0) !== 'RIFF' || chunkName(view, 8) !== 'WAVE') {
    throw new Error('is not a WAV file');
  }
  let sampleRate: number | null = null;
  for (let offset = 12; offset + 8 <= bytes.length; ) {
    const name = chunkName(view, offset);
    const size = view.getUint32(offset + 4, true);
    const start = offset + 8;
    if (name === 'fmt ') sampleRate = readFormat(view, start, size);
    if (name === 'data') {
      if (sampleRate === null) throw new Error('has its sound before its format');
      return { sampleRate, samples: readSamples(view, start, size) };
    }
    // Chunks are padded to an even length.
    offset = start + size + (size % 2);
  }
  throw new Error('has no sound in it');
}

function chunkName(view: DataView, offset: number): string {
  return String.fromCharCode(...[0, 1, 2, 3].map((index) => view.getUint8(offset + index)));
}

function readFormat(view: DataView, start: number, size: number): number {
  if (size < 16 || start + size > view.byteLength) throw new Error('has a broken format chunk');
  const plainFormat = view.getUint16(start, true);
  const format = plainFormat === extensible && size >= 26 ? view.getUint16(start + 24, true) : plainFormat;
  const channels = view.getUint16(start + 2, true);
  const sampleRate = view.getUint32(start + 4, true);
  const bits = view.getUint16(start + 14, true);
  if (format !== pcm || bits !== 16)
    throw new Error(`has ${bits}-bit samples of format ${format}, not 16-bit PCM`);
  if (channels !== 1) throw new Error(`has ${channels} channels, not one`);
  if (sampleRate < 8_000 || sampleRate > 192_000) throw new Error(`has a sample rate of ${sampleRate} Hz`);
  return sampleRate;
}

/** A recorder that was cut off leaves a size that is zero or too large; what is there counts. */
function readSamples(view: DataView, start: number, size: number): Int16Array {
  const available = view.byteLength - start;
  const length = Math.floor((size === 0 || size > available ? available : size) / 2);
  if (length === 0) throw new Error('has no sound in it');
  return Int16Array.from({ length }, (_, index) => view.getInt16(start + index * 2, true));
}

/** The bytes of a WAV file with this sound. */
export function encodeWav({ sampleRate, samples }: Sound): Uint8Array {
  const view = new DataView(new ArrayBuffer(44 + samples.length * 2));
  const text = (offset: number, name: string) => {
    for (let index = 0; index < name.length; index++) view.setUint8(offset + index, name.charCodeAt(index));
  };
  text(0, 'RIFF');
  view.setUint32(4, 36 + samples.length * 2, true);
  text(8, 'WAVEfmt ');
  view.setUint32(16, 16, true);
  view.setUint16(20, pcm, true);
  view.setUint16(22, 1, true);
  view.setUint32(24, sampleRate, true);
  view.setUint32(28, sampleRate * 2, true);
  view.setUint16(32, 2, true);
  view.setUint16(34, 16, true);
  text(36, 'data');
  view.setUint32(40, samples.length * 2, true);
  for (const [index, sample] of samples.entries()) view.setInt16(44 + index * 2, sample, true);
  return new Uint8Array(view.buffer);
}
