/** Reads notes out of a Yjs document that anybody may have forged. */
import { applyUpdate, Doc, XmlElement, XmlText } from 'yjs';
import { dropUnprintable } from '../text.ts';
import { type NoteLine, type NoteSpan, notesField } from './note-line.ts';
import { safeHref } from './safe-href.ts';

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
      if (typeof insert !== 'string') return [];
      const text = dropUnprintable(insert);
      return text === '' ? [] : [spanOf(text, attributes)];
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
