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
  rmSync,
  writeSync,
} from 'node:fs';
import { hostname } from 'node:os';
import { join } from 'node:path';
import { z } from 'zod/mini';
import { idSchema } from '../lib/id-schema.ts';
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
  /** Notes that every line up to `seq` has been delivered. Never throws. */
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

/**
 * Opens the spool of one job in `folder`, which is made when it is missing. A disk that refuses does not end the
 * meeting: `append` says so, and the file begins when there is room.
 */
export function openSpool(
  folder: string,
  owner: Omit<SpoolHeader, 'v' | 'pid' | 'host'>,
  fileSystem = { writeSync },
): Spool {
  const path = join(folder, `${owner.meetingId}.${owner.epoch}${spoolSuffix}`);
  const header: SpoolHeader = { v: 1, ...owner, pid: process.pid, host: hostname() };
  let file: number | null = null;
  let dirty = false;
  let torn = false;
  let lastAppended = 0;

  const write = (to: number, record: object) => {
    const text = `${torn ? '\n' : ''}${JSON.stringify(record)}\n`;
    torn = true;
    const written = fileSystem.writeSync(to, text);
    if (written < Buffer.byteLength(text)) throw new Error('the disk took only a part of the line');
    torn = false;
    dirty = true;
  };

  /** With its header or not at all: nothing that follows a torn header could be read. */
  const begin = (): number => {
    mkdirSync(folder, { recursive: true, mode: 0o700 });
    const opened = openSync(path, 'a', 0o600);
    torn = false;
    try {
      write(opened, header);
    } catch (error) {
      ftruncateSync(opened, 0);
      closeSync(opened);
      throw error;
    }
    return opened;
  };

  const startOver = (old: number): number => {
    file = null;
    ftruncateSync(old, 0);
    closeSync(old);
    return begin();
  };

  try {
    file = begin();
  } catch {
    // The first line tries again, and its failure is told.
  }
  const timer = setInterval(() => {
    if (file === null) return;
    try {
      // A sign of life for whoever looks for lost spools.
      const now = new Date();
      futimesSync(file, now, now);
    } catch {
      // Thrown here it would end the process; the next line meets the same disk and tells.
    }
    if (!dirty) return;
    dirty = false;
    fdatasync(file, () => undefined);
  }, syncEveryMs).unref();

  return {
    append(line) {
      file ??= begin();
      write(file, line);
      lastAppended = line.seq;
    },
    acknowledge(seq) {
      if (file === null) return;
      try {
        if (seq >= lastAppended && fstatSync(file).size > compactBytes) file = startOver(file);
        write(file, { ack: seq });
      } catch {
        // Costs a repeated delivery after a kill, no line.
      }
    },
    close({ delivered }) {
      clearInterval(timer);
      if (file === null) return;
      closeSync(file);
      file = null;
      if (delivered) rmSync(path, { force: true });
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
