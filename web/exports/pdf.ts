/** A meeting as PDF, in Roboto, which comes with pdfmake: Latin, Greek and Cyrillic. It says so where letters lack. */
import { createRequire } from 'node:module';
import { dirname } from 'node:path';
import { type Font, openSync } from 'fontkit';
import pdfmake from 'pdfmake';
import type { Content, TDocumentDefinitions } from 'pdfmake/interfaces.js';
import type { MeetingExport } from '../../lib/meeting-export.ts';
import { type Outline, type OutlineItem, type OutlineSection, outlineMeeting } from './outline.ts';

const require = createRequire(import.meta.url);
const fonts: { Roboto: { normal: string } } = require('pdfmake/fonts/Roboto.js');
const regular = openSync(fonts.Roboto.normal) as Font;
pdfmake.setFonts(fonts);
// Nothing that is printed comes from elsewhere.
pdfmake.setUrlAccessPolicy(() => false);
pdfmake.setLocalAccessPolicy((path) => path.startsWith(dirname(fonts.Roboto.normal)));

const soft = '#5b6472';

export function toPdf(record: MeetingExport): Promise<Buffer> {
  return pdfmake.createPdf(describePdf(outlineMeeting(record), record.meeting.language)).getBuffer();
}

function describePdf(outline: Outline, language: string): TDocumentDefinitions {
  const { title, about, sections, notes, talks } = outline;
  const content: Content[] = [
    { text: title, style: 'title' },
    ...about.map((text): Content => ({ text, color: soft })),
    ...(isPrintable(outline)
      ? []
      : [{ text: 'Some characters cannot be shown here. The Markdown export has them.', style: 'note' }]),
    ...sections.flatMap(describeSection),
    ...(notes.length > 0 ? [{ text: 'Notes', style: 'heading' }, ...notes.map(describeNote)] : []),
    ...talks.flatMap(({ heading, rows }) => [{ text: heading, style: 'heading' }, ...rows.map(describeRow)]),
  ];
  return {
    info: { title },
    language,
    pageMargins: [56, 56, 56, 64],
    defaultStyle: { fontSize: 10, lineHeight: 1.25 },
    styles: {
      title: { fontSize: 20, bold: true, margin: [0, 0, 0, 6] },
      heading: { fontSize: 13, bold: true, margin: [0, 16, 0, 6] },
      note: { italics: true, color: soft, margin: [0, 2, 0, 6] },
    },
    content,
    footer: (page, pages) => ({
      text: `${page} / ${pages}`,
      alignment: 'center',
      color: soft,
      fontSize: 8,
      margin: [0, 24, 0, 0],
    }),
  };
}

function describeRow({ time, speaker, text }: Outline['talks'][number]['rows'][number]): Content {
  return {
    text: [
      { text: `${time}  `, color: soft },
      ...(speaker === '' ? [] : [{ text: `${speaker}: `, bold: true }]),
      speaker === '' ? { text, italics: true } : text,
    ],
    margin: [0, 0, 0, 4],
  };
}

/** Four points further in for each list around it. */
function describeNote({ kind, level, ordinal, spans }: Outline['notes'][number]): Content {
  const lead = kind === 'bullet' ? '• ' : kind === 'number' ? `${ordinal}. ` : '';
  const isItem = kind === 'bullet' || kind === 'number';
  return {
    text: [
      lead,
      ...spans.map(({ text, bold, italic, strike, href }) => ({
        text,
        bold: bold ?? kind === 'heading',
        italics: italic ?? kind === 'quote',
        ...(strike ? { decoration: 'lineThrough' as const } : {}),
        ...(href ? { link: href, decoration: 'underline' as const } : {}),
      })),
    ],
    margin: [isItem ? level * 10 : 0, kind === 'heading' ? 6 : 0, 0, 3],
  };
}

function describeSection({ heading, note, text, items }: OutlineSection): Content[] {
  return [
    { text: heading, style: 'heading' },
    ...(note === '' ? [] : [{ text: note, style: 'note' }]),
    ...(text === '' ? [] : [{ text }]),
    ...(items.length === 0 ? [] : [{ ul: items.map(describeItem) }]),
  ];
}

function describeItem({ done, title, text, about, times }: OutlineItem): Content {
  return {
    text: [
      ...(title === '' ? [] : [{ text: `${title}: `, bold: true }]),
      { text, ...(done ? { decoration: 'lineThrough' as const } : {}) },
      ...(about === '' ? [] : [` (${about})`]),
      ...(times === '' ? [] : [{ text: `  ${times}`, color: soft }]),
    ],
    margin: [0, 0, 0, 3],
  };
}

function isPrintable(outline: Outline): boolean {
  const letters = new Set(JSON.stringify(outline));
  return [...letters].every((letter) => regular.hasGlyphForCodePoint(letter.codePointAt(0) ?? 0));
}
