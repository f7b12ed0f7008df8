import { leadOf, type NoteLine, type NoteSpan } from '../../lib/documents/note-line.ts';
import { escapeMarkdown } from './escape-markdown.ts';

/** Notes as blocks of Markdown. Their headings stand below those of the meeting's own sections. */
export function notesMarkdown(lines: readonly NoteLine[]): string[] {
  const blocks: string[] = [];
  let before: NoteLine | undefined;
  for (const line of lines) {
    const lead = line.kind === 'heading' ? `##${leadOf(line)}` : leadOf(line);
    const text = `${lead}${wordsOf(line.spans, lead.length)}`;
    const goesOn = before?.kind === line.kind && line.kind !== 'text' && line.kind !== 'heading';
    if (goesOn) blocks.push(`${blocks.pop()}\n${text}`);
    else blocks.push(text);
    before = line;
  }
  return blocks;
}

/** `indent`: of what follows a line break, so that it stays in its item. */
function wordsOf(spans: readonly NoteSpan[], indent: number): string {
  return spans
    .map((span) => (span.text === '\n' ? `  \n${' '.repeat(indent)}` : spanMarkdown(span)))
    .join('');
}

/** Marks begin and end at letters: `** bold **` would be stars. */
function spanMarkdown({ text, bold, italic, strike, href }: NoteSpan): string {
  const [, before = '', core = '', after = ''] = /^(\s*)([\s\S]*?)(\s*)$/.exec(text) ?? [];
  if (core === '') return text;
  const marks = [bold ? '**' : '', italic ? '*' : '', strike ? '~~' : ''];
  const marked = `${marks.join('')}${escapeMarkdown(core)}${marks.toReversed().join('')}`;
  return `${before}${href ? `[${marked}](<${href.replace(/[<>\\]/g, encodeURIComponent)}>)` : marked}${after}`;
}
