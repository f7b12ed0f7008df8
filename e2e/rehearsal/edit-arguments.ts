import { findEffectTool } from '../../lib/tools/registry.ts';

/** What a careful person changes in a proposal: the length where there is one, else words, else nothing (null). */
export function editArguments(
  tool: string,
  args: Readonly<Record<string, unknown>>,
): Record<string, unknown> | null {
  const fields = findEffectTool(tool)?.fields ?? [];
  for (const { key, kind } of fields) {
    const value = args[key];
    if (kind === 'minutes' && typeof value === 'number') return { ...args, [key]: value + 15 };
  }
  for (const { key, kind } of fields) {
    const value = args[key];
    if ((kind === 'line' || kind === 'text') && typeof value === 'string') {
      return { ...args, [key]: `${value} (checked)` };
    }
  }
  return null;
}
