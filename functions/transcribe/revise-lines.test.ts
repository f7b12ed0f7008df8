import { describe, expect, it } from 'vitest';
import { reviseLines, type SpokenPart } from './revise-lines.ts';

const at = (startMs: number, endMs: number, text: string) => ({ startMs, endMs, text });
const always = [{ startMs: 0, endMs: 60_000 }];
const textsOf = (lines: SpokenPart[], parts: SpokenPart[]) =>
  reviseLines(lines, parts, always).lines.map(({ line, text }) => [line.text, text]);

describe(reviseLines, () => {
  it('replaces line by line what the recording covers, and leaves the rest', () => {
    const lines = [at(0, 2_000, 'we move the lunch'), at(5_000, 6_000, 'ok'), at(9_000, 9_500, 'bye')];
    const revision = reviseLines(
      lines,
      [
        at(100, 2_100, 'We move the launch.'),
        at(5_050, 6_000, 'Okay.'),
        at(20_000, 21_000, 'One more thing.'),
      ],
      always,
    );
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

  it('keeps the first words of a line in which the recording began, and the last ones where it ended', () => {
    const lines = [
      at(1_000, 4_000, 'so it is decided the lunch moves'),
      at(7_000, 9_000, 'see you all on Thursday'),
    ];
    const parts = [at(2_600, 4_000, 'The launch moves.'), at(7_200, 8_000, 'See you all')];
    const file = { startMs: 2_500, endMs: 8_100 };
    expect(reviseLines(lines, parts, [file]).lines.map(({ text }) => text)).toEqual([
      'so it is decided the launch moves.',
      'See you all on Thursday',
    ]);
    const whole = { startMs: 1_200, endMs: 20_000 };
    expect(reviseLines(lines, parts, [whole]).lines.map(({ text }) => text)).toEqual([
      'The launch moves.',
      'See you all',
    ]);
  });

  it('takes nothing away where the recording was deaf', () => {
    expect(reviseLines([at(0, 1_000, 'still here')], [], always)).toEqual({ lines: [], added: [] });
    expect(reviseLines([], [], [])).toEqual({ lines: [], added: [] });
  });
});
