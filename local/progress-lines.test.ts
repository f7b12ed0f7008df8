import { describe, expect, it } from 'vitest';
import { createProgressPrinter, formatProgress } from './progress-lines.ts';

function createOutput(isTTY: boolean) {
  const written: string[] = [];
  return { isTTY, written, write: (text: string) => written.push(text) };
}

describe(formatProgress, () => {
  it('shows detail, share and time as far as they are known', () => {
    expect(formatProgress({ task: 'start web' }, 0)).toBe('  start web ...');
    expect(formatProgress({ task: 'compile', detail: '312 packages', fraction: 0.409 }, 35_400)).toBe(
      '  compile: 312 packages, 40 %, 35 s',
    );
  });
});

describe(createProgressPrinter, () => {
  it('repeats a long step every 10 s where lines stay', () => {
    let now = 0;
    const output = createOutput(false);
    const printer = createProgressPrinter(output, () => now);
    for (; now <= 21_000; now += 500) printer.report({ task: 'compile' });
    expect(output.written).toEqual(['  compile ...\n', '  compile: 10 s\n', '  compile: 20 s\n']);
  });

  it('rewrites the line in a terminal, and starts a new one for the next step', () => {
    let now = 0;
    const output = createOutput(true);
    const printer = createProgressPrinter(output, () => now);
    printer.report({ task: 'compile' });
    now = 3_000;
    printer.report({ task: 'compile' });
    printer.report({ task: 'start web' });
    printer.finish();
    expect(output.written.join('')).toBe('  compile ...\n\r\u001b[2K  compile: 3 s\n  start web ...\n');
  });

  it('counts a step anew after a finish, however long ago the first of its name was', () => {
    let now = 0;
    const output = createOutput(false);
    const printer = createProgressPrinter(output, () => now);
    printer.report({ task: 'start web' });
    printer.finish();
    now = 173_000;
    printer.report({ task: 'start web' });
    expect(output.written).toEqual(['  start web ...\n', '  start web ...\n']);
  });
});
