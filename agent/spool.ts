/**
 * Owns one file per agent job: every final line is appended before anyone sees it, so a killed process loses
 * none. Appending costs a few microseconds; the disk is told to keep it once a second.
 */
import {
  closeSync,
  fdatasync,
  fstatSync,
  ftruncateSync,
  futimesSync,
  mkdirSync,
  openSync,
  readFileSync,
  unlinkSync,
  writeSync,
} from 'node:fs';
import { hostname } from 'node:os';
import { join } from 'node:path';
import { z } from 'zod/mini';
import { idSchema } from '../lib/ids.ts';
import { type TranscriptLine, transcriptLineSchema } from '../lib/messages.ts';

export const spoolSuffix = '.ndjson';

/** First line of a spool: whose lines these are, how to deliver them, and which process writes. */
export const spoolHeaderSchema = z.object({
  v: z.literal(1),
  meetingId: idSchema('mtg'),
  epoch: z.int(),
  token: z.string(),
  pid: z.int(),
  host: z.string(),
});
export type SpoolHeader = z.infer<typeof spoolHeaderSchema>;

const ackSchema = z.object({ ack: z.int() });

/** Above this size a spool without open lines starts over. */
const compactBytes = 256 * 1024;
const syncEveryMs = 1_000;

export interface Spool {
  /** Throws when the disk refuses; what was written before stays readable. */
  append(line: TranscriptLine): void;
  /** Notes that every line up to `seq` has been delivered. */
  acknowledge(seq: number): void;
  /** Ends the file; deletes it when all was delivered. */
  close(options: { delivered: boolean }): void;
}

export interface SpoolContents {
  header: SpoolHeader;
  /** Lines that were not acknowledged, in order. */
  lines: TranscriptLine[];
  /** Pieces that could not be read: half a line from a full disk or a lost machine. */
  damaged: number;
}

/** Opens the spool of one job in `folder`, which is made when it is missing. */
export function openSpool(
  folder: string,
  owner: Omit<SpoolHeader, 'v' | 'pid' | 'host'>,
  fileSystem = { writeSync },
): Spool {
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  const path = join(folder, `${owner.meetingId}.${owner.epoch}${spoolSuffix}`);
  const file = openSync(path, 'a', 0o600);
  const header: SpoolHeader = { v: 1, ...owner, pid: process.pid, host: hostname() };
  let dirty = false;
  let torn = false;
  let lastAppended = 0;

  const write = (record: object) => {
    const text = `${torn ? '\n' : ''}${JSON.stringify(record)}\n`;
    torn = true;
    const written = fileSystem.writeSync(file, text);
    if (written < Buffer.byteLength(text)) throw new Error('the disk took only a part of the line');
    torn = false;
    dirty = true;
  };

  write(header);
  const timer = setInterval(() => {
    // A sign of life for whoever looks for lost spools.
    const now = new Date();
    futimesSync(file, now, now);
    if (!dirty) return;
    dirty = false;
    fdatasync(file, () => undefined);
  }, syncEveryMs).unref();

  return {
    append(line) {
      write(line);
      lastAppended = line.seq;
    },
    acknowledge(seq) {
      if (seq >= lastAppended && fstatSync(file).size > compactBytes) {
        ftruncateSync(file, 0);
        write(header);
      }
      write({ ack: seq });
    },
    close({ delivered }) {
      clearInterval(timer);
      closeSync(file);
      if (delivered) unlinkSync(path);
    },
  };
}

/** Reads what a job left behind; null when the file has no usable header (nothing was ever written after it). */
export function readSpool(path: string): SpoolContents | null {
  const [first = '', ...rest] = readFileSync(path, 'utf8')
    .split('\n')
    .filter((text) => text !== '');
  const header = spoolHeaderSchema.safeParse(parseJson(first));
  if (!header.success) return null;
  let acknowledged = 0;
  let damaged = 0;
  const lines: TranscriptLine[] = [];
  for (const text of rest) {
    const value = parseJson(text);
    const line = transcriptLineSchema.safeParse(value);
    const ack = ackSchema.safeParse(value);
    if (line.success) lines.push(line.data);
    else if (ack.success) acknowledged = Math.max(acknowledged, ack.data.ack);
    else if (!spoolHeaderSchema.safeParse(value).success) damaged += 1;
  }
  return { header: header.data, lines: lines.filter((line) => line.seq > acknowledged), damaged };
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
