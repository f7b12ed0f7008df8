import type { BriefLine } from '../../lib/assistant-brief.ts';

/** Bytes of JSON per token: models cut English into pieces of about four, and numbers into smaller ones. */
const bytesPerToken = 3.5;

/** Parts that the lines make when none may be above `mostTokens`. */
export function countParts(lines: readonly BriefLine[], mostTokens: number): number {
  return Math.max(1, Math.ceil(sizeOf(lines) / bytesPerToken / mostTokens));
}

/** Parts of about the same length, in order; a line is never cut, so there may be fewer than `count`. */
export function splitLines(lines: readonly BriefLine[], count: number): BriefLine[][] {
  const share = sizeOf(lines) / count;
  const parts: BriefLine[][] = [];
  let end = 0;
  for (const line of lines) {
    const middle = end + sizeOf([line]) / 2;
    const at = Math.min(count - 1, Math.floor(middle / share));
    parts[at] = [...(parts[at] ?? []), line];
    end += sizeOf([line]);
  }
  return parts.filter((part) => part.length > 0);
}

function sizeOf(lines: readonly BriefLine[]): number {
  return lines.reduce((sum, line) => sum + Buffer.byteLength(JSON.stringify(line)), 0);
}
