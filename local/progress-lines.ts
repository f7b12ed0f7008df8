/** Turns progress reports into lines for a person: one per step, and a sign of life from long ones. */
import type { Progress } from './progress.ts';

export interface ProgressPrinter {
  report(progress: Progress): void;
  /** Ends a line that is still being rewritten, and the steps with it: one of the same name is a new one. */
  finish(): void;
}

interface Output {
  isTTY?: boolean;
  write(text: string): unknown;
}

/** Where lines cannot be rewritten, a long step is repeated this often. */
const repeatMs = 10_000;
/** Steps below this are not worth their duration. */
const shortMs = 2_000;

export function createProgressPrinter(output: Output, now: () => number = Date.now): ProgressPrinter {
  const started = new Map<string, number>();
  const printed = new Map<string, number>();
  let rewriting = false;

  const endLine = () => {
    if (rewriting) output.write('\n');
    rewriting = false;
  };

  return {
    report(progress) {
      const at = now();
      const startedAt = started.get(progress.task) ?? at;
      started.set(progress.task, startedAt);
      const line = formatProgress(progress, at - startedAt);
      const isFirst = !printed.has(progress.task);
      if (isFirst) {
        endLine();
        output.write(`${line}\n`);
        printed.set(progress.task, at);
      } else if (output.isTTY) {
        output.write(`\r\u001b[2K${line}`);
        rewriting = true;
      } else if (at - (printed.get(progress.task) ?? 0) >= repeatMs) {
        output.write(`${line}\n`);
        printed.set(progress.task, at);
      }
    },
    finish() {
      endLine();
      started.clear();
      printed.clear();
    },
  };
}

/** `  compile livekit-server: 312 packages, 40 %, 35 s` */
export function formatProgress({ task, detail, fraction }: Progress, elapsedMs: number): string {
  const facts = [
    detail,
    fraction === undefined ? undefined : `${Math.floor(fraction * 100)} %`,
    elapsedMs < shortMs ? undefined : `${Math.round(elapsedMs / 1_000)} s`,
  ].filter((fact) => fact !== undefined);
  return `  ${task}${facts.length > 0 ? `: ${facts.join(', ')}` : ' ...'}`;
}
