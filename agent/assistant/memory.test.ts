import { describe, expect, it } from 'vitest';
import type { TranscriptLine } from '../../lib/messages.ts';
import { createMemory } from './memory.ts';

const line = (seq: number, text: string, over: Partial<TranscriptLine> = {}): TranscriptLine => ({
  epoch: 1,
  seq,
  kind: 'speech',
  segmentId: `s${seq}`,
  speaker: 'par_1',
  speakerName: 'Ana Ruiz',
  trackSid: 'TR_1',
  startMs: seq * 1_000,
  endMs: seq * 1_000 + 900,
  text,
  ...over,
});

function memoryOf(...lines: TranscriptLine[]) {
  const memory = createMemory();
  for (const each of lines) memory.add(each);
  return memory;
}

describe(createMemory, () => {
  it('gives all lines while they fit, by the time at which they were said', () => {
    const memory = memoryOf(line(2, 'second', { startMs: 50 }), line(1, 'first', { startMs: 100 }));
    expect(memory.select('', 10_000, null).map(({ text }) => text)).toEqual(['second', 'first']);
  });

  it('keeps a line once, and leaves out what nobody understood', () => {
    const memory = memoryOf(line(1, 'one'), line(1, 'one'), line(2, 'words may be missing', { kind: 'gap' }));
    expect(memory.select('', 10_000, null)).toHaveLength(1);
    expect(memory.has({ epoch: 1, seq: 1 })).toBe(true);
    expect(memory.has({ epoch: 1, seq: 2 })).toBe(false);
    expect(memory.has({ epoch: 2, seq: 1 })).toBe(false);
  });

  it('leaves out the line of the request', () => {
    const memory = memoryOf(line(1, 'one'), line(2, 'Nova, what was one?'));
    expect(memory.select('', 10_000, { epoch: 1, seq: 2 }).map(({ seq }) => seq)).toEqual([1]);
  });

  it('takes the newest lines and older ones about the question when not all fit', () => {
    const chat = Array.from({ length: 200 }, (_, i) => line(i + 2, `This is some talk number ${i}.`));
    const memory = memoryOf(line(1, 'The refund bug is fixed on Thursday.'), ...chat);
    const chosen = memory.select('When is the refund bug fixed?', 2_000, null);
    expect(chosen[0]).toMatchObject({ seq: 1 });
    expect(chosen.at(-1)).toMatchObject({ seq: 201 });
    expect(chosen.reduce((sum, { text }) => sum + text.length, 0)).toBeLessThanOrEqual(2_000);
  });

  it('finds lines by what they are about, the best first', () => {
    const memory = memoryOf(
      line(1, 'The launch was discussed and the weather too.'),
      line(2, 'The launch moves to March.'),
      line(3, 'We hire two people.'),
    );
    expect(memory.search('when does the launch move?', 5).map(({ seq }) => seq)).toEqual([2, 1]);
    expect(memory.search('what is it?', 5)).toEqual([]);
  });
});
