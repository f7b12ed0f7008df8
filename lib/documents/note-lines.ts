/** Notes as everything but the editor sees them: lines of plain spans, read from a Yjs document that anybody may have forged. */
import { applyUpdate, Doc, XmlElement, XmlText } from 'yjs';
import { z } from 'zod/mini';
import { safeHref } from './safe-href.ts';

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

/** Lists in lists, quotes in quotes: deeper than anybody writes. */
const maxDepth = 12;

/** What stands in notes, without empty lines; nothing for what is no notes. */
export function readNoteLines(state: Uint8Array): NoteLine[] {
  const doc = new Doc();
  try {
    applyUpdate(doc, state);
    return doc
      .getXmlFragment(notesField)
      .toArray()
      .flatMap((node) => linesOf(node, { kind: 'text', level: 0, ordinal: 0 }, 0))
      .filter(({ spans }) => spans.some(({ text }) => text.trim() !== ''));
  } catch {
    return [];
  } finally {
    doc.destroy();
  }
}

type Place = Pick<NoteLine, 'kind' | 'level' | 'ordinal'>;

function linesOf(node: unknown, place: Place, depth: number): NoteLine[] {
  if (!(node instanceof XmlElement) || depth > maxDepth) return [];
  const children = node.toArray();
  const inside = (child: unknown, next: Place) => linesOf(child, next, depth + 1);
  switch (node.nodeName) {
    case 'paragraph':
      return [{ ...place, spans: spansOf(children) }];
    case 'heading':
      return [{ ...place, kind: 'heading', level: levelOf(node), spans: spansOf(children) }];
    case 'blockquote':
      return children.flatMap((child) => inside(child, { kind: 'quote', level: 0, ordinal: 0 }));
    case 'bulletList':
    case 'orderedList':
      return children.flatMap((child, index) => {
        const kind = node.nodeName === 'bulletList' ? 'bullet' : 'number';
        const level = isItem(place) ? place.level + 1 : 1;
        return inside(child, { kind, level, ordinal: kind === 'number' ? index + 1 : 0 });
      });
    case 'listItem':
      return children.flatMap((child) => inside(child, place));
    default:
      return [];
  }
}

const isItem = ({ kind }: Place) => kind === 'bullet' || kind === 'number';

function levelOf(heading: XmlElement): number {
  const level: unknown = heading.getAttribute('level');
  return Math.min(3, Math.max(1, Number(level) || 1));
}

function spansOf(children: unknown[]): NoteSpan[] {
  return children.flatMap((child) => {
    if (child instanceof XmlElement) return child.nodeName === 'hardBreak' ? [{ text: '\n' }] : [];
    if (!(child instanceof XmlText)) return [];
    return child.toDelta().flatMap(({ insert, attributes = {} }: Delta) => {
      if (typeof insert !== 'string' || insert === '') return [];
      return [spanOf(insert, attributes)];
    });
  });
}

interface Delta {
  insert: unknown;
  attributes?: Record<string, unknown>;
}

function spanOf(text: string, marks: Record<string, unknown>): NoteSpan {
  const { link } = marks;
  const href = typeof link === 'object' && link !== null && 'href' in link ? safeHref(link.href) : null;
  return {
    text,
    ...(marks.bold ? { bold: true } : {}),
    ...(marks.italic ? { italic: true } : {}),
    ...(marks.strike ? { strike: true } : {}),
    ...(href === null ? {} : { href }),
  };
}

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
