/**
 * A part of an Ogg/Opus file as a file of its own, without decoding: only packets whose sound lies in the part as a whole
 * are in it. A packet is 20 ms long where we wrote it, so that the part is up to 27 ms shorter at its end and 20 ms at its
 * beginning, and never longer. The same part of the same file is the same bytes.
 */
import { type OggPage, writeOggPage } from './ogg-page.ts';
import { opusHead, opusTags, readOpusHead } from './opus-headers.ts';
import { packetSamples } from './opus-packet.ts';
import { NoSoundError, readPages, type SoundFile } from './opus-reader.ts';

/** Milliseconds since the beginning of a file's sound. */
export interface SoundPart {
  fromMs: number;
  untilMs: number;
}

/** The pages of the part, those with the headers first. Throws `NoSoundError` for a file that holds no Opus stream. */
export async function* cutOpus(file: SoundFile, { fromMs, untilMs }: SoundPart): AsyncGenerator<Uint8Array> {
  const pages = readPages(file);
  try {
    const first: OggPage | undefined = (await pages.next()).value;
    const head = readOpusHead(first?.packets[0]);
    if (!first || !head) throw new NoSoundError(file);
    const write = createPages(first.serial);
    yield write({ packets: [opusHead({ ...head, preSkip: 0 })], granule: 0n, last: false });
    // The last page says that it is: each waits until another follows.
    let waiting = { packets: [opusTags()], granule: 0n };
    let samples = 0;
    // A player hears a packet `preSkip` before its place, and its encoder had heard up to the end of it.
    const place = { from: Math.round(fromMs * 48) + head.preSkip, until: Math.round(untilMs * 48) };
    for await (const packets of packetsWithin(pages, place)) {
      yield write({ ...waiting, last: false });
      samples += packets.reduce((sum, packet) => sum + packetSamples(packet), 0);
      waiting = { packets, granule: BigInt(samples) };
    }
    yield write({ ...waiting, last: true });
  } finally {
    await pages.return(undefined);
  }
}

function createPages(serial: number) {
  let sequence = 0;
  return (page: Pick<OggPage, 'packets' | 'granule' | 'last'>): Uint8Array => {
    const written = writeOggPage({ ...page, serial, sequence, first: sequence === 0 });
    sequence += 1;
    return written;
  };
}

/** Page by page the packets between two places, in samples at 48 kHz since the first packet of sound. */
async function* packetsWithin(
  pages: AsyncIterable<OggPage>,
  { from, until }: { from: number; until: number },
): AsyncGenerator<Uint8Array[]> {
  let at = 0;
  let sawTags = false;
  for await (const page of pages) {
    if (!sawTags) {
      sawTags = true;
      continue;
    }
    const within: Uint8Array[] = [];
    for (const packet of page.packets) {
      const end = at + packetSamples(packet);
      if (at >= from && end <= until) within.push(packet);
      at = end;
    }
    if (within.length > 0) yield within;
    if (at > until) return;
  }
}
