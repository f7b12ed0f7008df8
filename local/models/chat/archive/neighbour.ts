import type { ReadLine } from '../answers/read-lines.ts';

/** The line so many steps behind, or before, in the same excerpt. */
export function neighbour(line: ReadLine, lines: readonly ReadLine[], step: number): ReadLine | undefined {
  const near = lines[line.at + step];
  return near?.line.epoch === line.line.epoch ? near : undefined;
}
