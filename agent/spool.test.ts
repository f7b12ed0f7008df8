import { appendFileSync, mkdtempSync, readdirSync, rmSync, statSync, utimesSync, writeSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { TranscriptLine } from '../lib/messages.ts';
import { openSpool, readSpool } from './spool.ts';

const owner = { meetingId: 'mtg_01JD0000000000000000000000', epoch: 1, token: 't' } as const;

function line(seq: number, text = `line ${seq}`): TranscriptLine {
  return {
    epoch: 1,
    seq,
    kind: 'speech',
    segmentId: `s${seq}`,
    speaker: 'par_1',
    speakerName: 'Ana',
    trackSid: 'TR_1',
    startMs: seq * 1000,
    endMs: seq * 1000 + 500,
    text,
  };
}

describe(openSpool, () => {
  let folder: string;
  const path = () => join(folder, readdirSync(folder)[0] ?? 'none');
  const seqs = () => readSpool(path())?.lines.map((each) => each.seq);

  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'parley-spool-'));
  });
  afterEach(() => rmSync(folder, { recursive: true }));

  it('gives back what was appended and not acknowledged, as after a kill', () => {
    const spool = openSpool(folder, owner);
    for (const seq of [1, 2, 3]) spool.append(line(seq, `größer\u2028 "${seq}"`));
    spool.acknowledge(1);
    expect(readSpool(path())).toMatchObject({ header: owner, damaged: 0, lines: [{ seq: 2 }, { seq: 3 }] });
    spool.close({ delivered: false });
    expect(seqs()).toEqual([2, 3]);
  });

  it('leaves no file when everything was delivered', () => {
    const spool = openSpool(folder, owner);
    spool.append(line(1));
    spool.close({ delivered: true });
    expect(readdirSync(folder)).toEqual([]);
  });

  it('is touched every second while its job lives, also when nobody speaks', () => {
    vi.useFakeTimers({ toFake: ['setInterval', 'clearInterval'] });
    const spool = openSpool(folder, owner);
    utimesSync(path(), 0, 0);
    vi.advanceTimersByTime(1_000);
    expect(Date.now() - statSync(path()).mtimeMs).toBeLessThan(5_000);
    spool.close({ delivered: false });
    vi.useRealTimers();
  });

  it('starts over when it has grown and nothing is open', () => {
    const spool = openSpool(folder, owner);
    for (let seq = 1; seq <= 40; seq++) spool.append(line(seq, 'x'.repeat(9_000)));
    spool.acknowledge(40);
    spool.append(line(41));
    expect(seqs()).toEqual([41]);
    spool.close({ delivered: true });
  });

  it('skips a line that the disk tore and keeps the ones around it', () => {
    let full = false;
    const spool = openSpool(folder, owner, {
      writeSync: ((file: number, text: string) =>
        full ? writeSync(file, text.slice(0, 20)) : writeSync(file, text)) as typeof writeSync,
    });
    spool.append(line(1));
    full = true;
    expect(() => spool.append(line(2))).toThrow('only a part');
    full = false;
    spool.append(line(3));
    expect(readSpool(path())).toMatchObject({ damaged: 1, lines: [{ seq: 1 }, { seq: 3 }] });
    spool.close({ delivered: true });
  });

  /** A disk that takes `room` more bytes and then only a part of what it is given, or nothing. */
  function createDisk(room: number) {
    const disk = {
      room,
      writeSync: ((file: number, text: string) => {
        if (disk.room === 0) throw new Error('ENOSPC');
        const part = Buffer.from(text).subarray(0, disk.room);
        disk.room -= part.length;
        return writeSync(file, part);
      }) as typeof writeSync,
    };
    return disk;
  }

  it.each([0, 20])(
    'opens on a full disk (%i bytes left), and keeps lines as soon as there is room',
    (room) => {
      const disk = createDisk(room);
      const spool = openSpool(folder, owner, disk);
      expect(() => spool.append(line(1))).toThrow();
      disk.room = 100_000;
      spool.append(line(2));
      expect(readSpool(path())).toMatchObject({ header: owner, damaged: 0, lines: [{ seq: 2 }] });
      spool.close({ delivered: true });
      expect(readdirSync(folder)).toEqual([]);
    },
  );

  it('opens where no file can be made, and says so with each line', () => {
    appendFileSync(join(folder, 'file'), '');
    const spool = openSpool(join(folder, 'file', 'below'), owner);
    expect(() => spool.append(line(1))).toThrow('ENOTDIR');
    spool.close({ delivered: true });
  });

  it('stays readable when the disk is full while it starts over', () => {
    const disk = createDisk(1_000_000);
    const spool = openSpool(folder, owner, disk);
    for (let seq = 1; seq <= 40; seq++) spool.append(line(seq, 'x'.repeat(9_000)));
    disk.room = 10;
    spool.acknowledge(40);
    disk.room = 100_000;
    spool.append(line(41));
    expect(readSpool(path())).toMatchObject({ header: owner, lines: [{ seq: 41 }] });
    spool.close({ delivered: true });
  });

  it('reads a file that ends in the middle of a line', () => {
    const spool = openSpool(folder, owner);
    spool.append(line(1));
    spool.close({ delivered: false });
    appendFileSync(path(), '{"epoch":1,"seq":2,"ki');
    expect(seqs()).toEqual([1]);
  });
});
