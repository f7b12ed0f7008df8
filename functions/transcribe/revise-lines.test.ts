import { describe, expect, it } from 'vitest';
import { reviseLines } from './revise-lines.ts';

const at = (startMs: number, endMs: number, text: string) => ({ startMs, endMs, text });
const textsOf = (...args: Parameters<typeof reviseLines>) =>
  reviseLines(...args).lines.map(({ line, text }) => [line.text, text]);

describe(reviseLines, () => {
  it('replaces line by line what the recording covers, and leaves the rest', () => {
    const lines = [at(0, 2_000, 'we move the lunch'), at(5_000, 6_000, 'ok'), at(9_000, 9_500, 'bye')];
    const revision = reviseLines(lines, [
      at(100, 2_100, 'We move the launch.'),
      at(5_050, 6_000, 'Okay.'),
      at(20_000, 21_000, 'One more thing.'),
    ]);
    expect(revision.lines.map(({ text }) => text)).toEqual(['We move the launch.', 'Okay.']);
    expect(revision.lines.map(({ line }) => line)).toEqual(lines.slice(0, 2));
    expect(revision.added).toEqual([at(20_000, 21_000, 'One more thing.')]);
  });

  it('cuts one part where the live lines were cut', () => {
    const lines = [
      at(0, 4_000, 'the bugget for support'),
      at(4_100, 7_000, 'was increased by twelve per cent'),
    ];
    const part = at(0, 7_000, 'The budget for support was increased by twelve percent.');
    expect(textsOf(lines, [part])).toEqual([
      ['the bugget for support', 'The budget for support'],
      ['was increased by twelve per cent', 'was increased by twelve percent.'],
    ]);
  });

  it('joins parts that the live line has as one', () => {
    const lines = [at(0, 6_000, 'hello everyone let us begin')];
    expect(textsOf(lines, [at(0, 1_500, 'Hello everyone.'), at(2_500, 6_000, 'Let us begin.')])).toEqual([
      ['hello everyone let us begin', 'Hello everyone. Let us begin.'],
    ]);
  });

  it('does not join what only touches', () => {
    const lines = [at(0, 3_000, 'one'), at(3_000, 6_000, 'two')];
    expect(textsOf(lines, [at(0, 3_200, 'One.'), at(3_100, 6_000, 'Two.')])).toEqual([
      ['one', 'One.'],
      ['two', 'Two.'],
    ]);
  });

  it('takes nothing away where the recording was deaf', () => {
    expect(reviseLines([at(0, 1_000, 'still here')], [])).toEqual({ lines: [], added: [] });
    expect(reviseLines([], [])).toEqual({ lines: [], added: [] });
  });
});
