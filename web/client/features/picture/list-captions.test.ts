import { describe, expect, test } from 'vitest';
import { buildLineView } from '../lines/testing.ts';
import { listCaptions } from './list-captions.ts';

const said = (startMs: number, endMs: number, text: string) =>
  buildLineView({ startMs, endMs, text, speakerName: 'Ana' });

describe(listCaptions, () => {
  test('stand on the clock of the file, also of one that is begun in its middle', () => {
    const lines = [said(1_000, 2_000, 'Before.'), said(9_000, 12_000, 'Hello.')];
    expect(listCaptions(lines, { startMs: 8_000, skipMs: 0 })).toEqual([
      { startSeconds: 1, endSeconds: 4, text: 'Ana: Hello.' },
    ]);
    expect(listCaptions(lines, { startMs: 8_000, skipMs: 3_000 })[0]).toMatchObject({ startSeconds: 4 });
  });

  test('begin with the file where a line began before it', () => {
    expect(listCaptions([said(7_000, 9_000, 'Hello.')], { startMs: 8_000, skipMs: 0 })).toEqual([
      { startSeconds: 0, endSeconds: 1, text: 'Ana: Hello.' },
    ]);
  });

  test('cut long lines, and show what was said as text', () => {
    const long = listCaptions([said(0, 20_000, 'word '.repeat(60).trim())], { startMs: 0, skipMs: 0 });
    expect(long.length).toBeGreaterThan(2);
    for (const { text } of long) expect(text.split('\n').length).toBeLessThan(3);
    const [markup] = listCaptions([said(0, 1_000, '<b>R&D</b>')], { startMs: 0, skipMs: 0 });
    expect(markup?.text).toBe('Ana: &lt;b&gt;R&amp;D&lt;/b&gt;');
  });

  test('leave out what nobody could write down', () => {
    const unheard = buildLineView({ kind: 'unheard', startMs: 0, endMs: 1_000, text: 'It was too loud.' });
    expect(listCaptions([unheard], { startMs: 0, skipMs: 0 })).toEqual([]);
  });
});
