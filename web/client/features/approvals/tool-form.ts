/** The arguments of a proposal as a form: which fields it has, what is wrong with them, and what changed. */
import type { ApprovalView } from '../../../../lib/assistant-messages.ts';
import { mostNames } from '../../../../lib/tools/arguments.ts';
import { findEffectTool } from '../../../../lib/tools/registry.ts';
import type { ToolField } from '../../../../lib/tools/tool.ts';

export type Arguments = ApprovalView['arguments'];

export interface ToolForm {
  /** A verb and its object. */
  title: string;
  /** Null for a tool that this page does not know: its arguments are shown as they are, and cannot be edited. */
  fields: readonly ToolField[] | null;
}

export function formOf(tool: string): ToolForm {
  const found = findEffectTool(tool);
  return found ? { title: found.title, fields: found.fields } : { title: tool, fields: null };
}

const wrong: Record<ToolField['kind'], string> = {
  line: 'Write something here.',
  text: 'Write something here.',
  moment: 'Choose a date and a time.',
  date: 'Choose a date.',
  minutes: 'A whole number of minutes, at least 5 and at most a day.',
  name: 'Write a name.',
  names: `At most ${mostNames} names, none of them empty.`,
};
const tooLong = 'This is too long.';

/** What keeps the arguments from being sent, by field; empty when nothing does. */
export function problemsOf(tool: string, args: Arguments): Record<string, string> {
  const found = findEffectTool(tool);
  const parsed = found?.arguments.safeParse(args);
  if (!found || parsed?.success !== false) return {};
  const problems: Record<string, string> = {};
  for (const { path, code } of parsed.error.issues) {
    const field = found.fields.find(({ key }) => key === path[0]);
    if (!field) continue;
    const isWords = field.kind === 'line' || field.kind === 'text' || field.kind === 'name';
    problems[field.key] = isWords && code === 'too_big' ? tooLong : wrong[field.kind];
  }
  return problems;
}

/** True when the form no longer holds what was proposed. */
export function hasChanged(proposed: Arguments, draft: Arguments): boolean {
  return JSON.stringify(sorted(proposed)) !== JSON.stringify(sorted(draft));
}

function sorted(args: Arguments): [string, unknown][] {
  return Object.entries(args).sort(([a], [b]) => (a < b ? -1 : 1));
}
