import { createHash } from 'node:crypto';
import type { MeantPerson } from './tools/tool.ts';

/**
 * What a person approves: SHA-256, in hex, of a tool, its arguments, and whom the names in them mean. The order of
 * keys does not count, everything else does. What runs must still have the digest of what was shown.
 */
export function digestArguments(
  tool: string,
  args: Record<string, unknown>,
  people: readonly MeantPerson[],
): string {
  return createHash('sha256')
    .update(canonicalJson([tool, args, people]))
    .digest('hex');
}

/** JSON with the keys of every object in one order (as RFC 8785 has it, by UTF-16 units). */
function canonicalJson(value: unknown): string {
  return JSON.stringify(value, (_key, each: unknown) => {
    if (typeof each !== 'object' || each === null || Array.isArray(each)) return each;
    return Object.fromEntries(Object.entries(each).sort(([a], [b]) => (a < b ? -1 : 1)));
  });
}
