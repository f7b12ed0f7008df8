import type { ApprovalView } from '../../../../lib/assistant-messages.ts';
import type { ToolField } from '../../../../lib/tools/tool.ts';
import { formOf } from './tool-form.ts';

/** One line about a proposal: what its fields hold, as a person reads it. */
export function summaryOf(
  { tool, arguments: args }: Pick<ApprovalView, 'tool' | 'arguments'>,
  timeZone: string,
): string {
  const { fields } = formOf(tool);
  const texts = fields
    ? fields.map((field) => readable(field, args[field.key], timeZone))
    : Object.entries(args).map(([key, value]) => `${key}: ${JSON.stringify(value)}`);
  return texts.filter((text) => text !== '').join(' · ');
}

function readable({ kind }: ToolField, value: unknown, timeZone: string): string {
  if (Array.isArray(value)) return value.join(', ');
  if (typeof value === 'number') return kind === 'minutes' ? `${value} minutes` : String(value);
  if (typeof value !== 'string') return '';
  if (kind !== 'moment') return value;
  const at = new Date(value);
  if (Number.isNaN(at.getTime())) return value;
  return at.toLocaleString('en-GB', {
    weekday: 'short',
    day: 'numeric',
    month: 'short',
    hour: '2-digit',
    minute: '2-digit',
    timeZone,
  });
}
