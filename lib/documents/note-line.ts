/** Notes as everything but the editor sees them: lines of plain spans. */
import { z } from 'zod/mini';

/** Where the editor keeps its content in the document. */
export const notesField = 'content';

export const noteSpanSchema = z.object({
  text: z.string(),
  bold: z.optional(z.literal(true)),
  italic: z.optional(z.literal(true)),
  strike: z.optional(z.literal(true)),
  /** Checked by `safeHref`. */
  href: z.optional(z.string()),
});
export type NoteSpan = z.infer<typeof noteSpanSchema>;

export const noteLineSchema = z.object({
  kind: z.enum(['text', 'heading', 'bullet', 'number', 'quote']),
  /** Of a heading 1 to 3; of an item how deep its list is nested, from 1; else 0. */
  level: z.int(),
  /** Of a numbered item its number; else 0. */
  ordinal: z.int(),
  spans: z.array(noteSpanSchema),
});
export type NoteLine = z.infer<typeof noteLineSchema>;

/** Notes as text, a line each, as one would type them. */
export function notesAsText(lines: readonly NoteLine[]): string {
  return lines.map((line) => `${leadOf(line)}${line.spans.map(({ text }) => text).join('')}`).join('\n');
}

/** What stands before the words of a line in plain text and in Markdown. */
export function leadOf({ kind, level, ordinal }: NoteLine): string {
  switch (kind) {
    case 'heading':
      return `${'#'.repeat(level)} `;
    case 'bullet':
      return `${'  '.repeat(level - 1)}- `;
    case 'number':
      return `${'   '.repeat(level - 1)}${ordinal}. `;
    case 'quote':
      return '> ';
    case 'text':
      return '';
    default:
      return kind satisfies never;
  }
}
