import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { TranscriptLine } from '../../lib/messages.ts';
import { measureDurability } from './durability.ts';
import type { ReceivedCaption } from './evidence.ts';

const stored = (seq: number, change: Partial<TranscriptLine> = {}): TranscriptLine => ({
  epoch: 1,
  seq,
  kind: 'speech',
  segmentId: `s${seq}`,
  speaker: 'par_ana',
  speakerName: 'Ana',
  trackSid: 'TR_1',
  startMs: seq * 1_000,
  endMs: seq * 1_000 + 900,
  text: `line ${seq}`,
  ...change,
});
const received = (seq: number | null, change: Partial<ReceivedCaption> = {}): ReceivedCaption => ({
  receiver: 'par_ben',
  atMs: 0,
  segmentId: `s${seq}`,
  speaker: 'par_ana',
  epoch: 1,
  text: `line ${seq}`,
  startMs: 0,
  endMs: 0,
  seq,
  ...change,
});

describe(measureDurability, () => {
  it('finds nothing wrong when everything seen is stored', () => {
    const captions = [received(1), received(2), received(2, { receiver: 'par_chloe' }), received(null)];
    expect(measureDurability(captions, [stored(1), stored(2), stored(3)])).toEqual({
      seen: 2,
      stored: 3,
      lost: 0,
      duplicated: 0,
      outOfOrder: 0,
    });
  });

  it('counts lines as lost that are missing, of another epoch, or stored with other words', () => {
    const lost = (line: TranscriptLine[]) => measureDurability([received(1)], line).lost;
    expect(lost([])).toBe(1);
    expect(lost([stored(1, { epoch: 2 })])).toBe(1);
    expect(lost([stored(1, { text: 'something else' })])).toBe(1);
    expect(lost([stored(1, { speaker: 'par_ben' })])).toBe(1);
    expect(lost([stored(1)])).toBe(0);
  });

  it('forgives characters that cannot be stored', () => {
    expect(measureDurability([received(1, { text: 'line\u0000 1' })], [stored(1)]).lost).toBe(0);
  });

  it('counts stored lines of one track that repeat audio, also across epochs', () => {
    const duplicated = (...lines: TranscriptLine[]) => measureDurability([], lines).duplicated;
    expect(duplicated(stored(1), stored(2, { epoch: 2, startMs: 1_100, endMs: 1_900 }))).toBe(1);
    expect(duplicated(stored(1), stored(2, { startMs: 1_000, endMs: 1_900, trackSid: 'TR_2' }))).toBe(0);
    expect(duplicated(stored(1), stored(2, { startMs: 1_600, endMs: 2_500 }))).toBe(0);
    expect(duplicated(stored(1), stored(2), stored(3, { startMs: 900, endMs: 5_000 }))).toBe(2);
    expect(duplicated(stored(1, { endMs: 1_000 }), stored(2, { startMs: 1_000, endMs: 1_000 }))).toBe(1);
  });

  it('counts each caption that arrives behind a later one of its epoch, per receiver', () => {
    const outOfOrder = (...captions: ReceivedCaption[]) => measureDurability(captions, []).outOfOrder;
    expect(outOfOrder(received(1), received(3), received(2))).toBe(1);
    expect(outOfOrder(received(2), received(1, { receiver: 'par_chloe' }))).toBe(0);
    expect(outOfOrder(received(5), received(1, { epoch: 2 }))).toBe(0);
    expect(outOfOrder(received(1), received(1))).toBe(0);
  });

  it('is null where the transcript could not be read', () => {
    expect(measureDurability([received(1)], null)).toEqual({
      seen: 1,
      stored: null,
      lost: null,
      duplicated: null,
      outOfOrder: 0,
    });
  });

  it('loses exactly the seen lines that are taken away', () => {
    fc.assert(
      fc.property(fc.uniqueArray(fc.integer({ min: 1, max: 50 })), fc.func(fc.boolean()), (seqs, isKept) => {
        const kept = seqs.filter((seq) => isKept(seq)).map((seq) => stored(seq));
        const result = measureDurability(
          seqs.map((seq) => received(seq)),
          kept,
        );
        expect(result.lost).toBe(seqs.length - kept.length);
        expect(result.duplicated).toBe(0);
      }),
    );
  });
});
