/** A meeting as DOCX, for Word and whatever reads its files: headings, lists and text, without fields. */
import { Document, ExternalHyperlink, HeadingLevel, Packer, Paragraph, TextRun } from 'docx';
import type { MeetingExport } from '../../lib/meeting-export.ts';
import { type Outline, type OutlineItem, type OutlineSection, outlineMeeting } from './outline.ts';

const soft = '5B6472';

export async function toDocx(record: MeetingExport): Promise<Uint8Array> {
  const { title, about, sections, notes, talks } = outlineMeeting(record);
  const document = new Document({
    title: printable(title),
    creator: 'Parley',
    styles: { default: { document: { run: { size: 21, language: { value: record.meeting.language } } } } },
    sections: [
      {
        children: [
          new Paragraph({ heading: HeadingLevel.TITLE, children: [run(title)] }),
          ...about.map((text) => new Paragraph({ children: [run(text, { color: soft })] })),
          ...sections.flatMap(describeSection),
          ...(notes.length > 0 ? [headingOf('Notes'), ...notes.map(describeNote)] : []),
          ...talks.flatMap(({ heading, rows }) => [headingOf(heading), ...rows.map(describeRow)]),
        ],
      },
    ],
  });
  return Packer.toBuffer(document);
}

const headingOf = (text: string) =>
  new Paragraph({
    heading: HeadingLevel.HEADING_1,
    spacing: { before: 280, after: 100 },
    children: [run(text)],
  });

function describeSection({ heading, note, text, items }: OutlineSection): Paragraph[] {
  return [
    headingOf(heading),
    ...(note === '' ? [] : [new Paragraph({ children: [run(note, { italics: true, color: soft })] })]),
    ...text
      .split('\n')
      .filter((line) => line !== '')
      .map((line) => new Paragraph({ children: [run(line)] })),
    ...items.map(describeItem),
  ];
}

function describeItem({ done, title, text, about, times }: OutlineItem): Paragraph {
  return new Paragraph({
    bullet: { level: 0 },
    children: [
      ...(title === '' ? [] : [run(`${title}: `, { bold: true })]),
      run(text, done ? { strike: true } : {}),
      ...(about === '' ? [] : [run(` (${about})`)]),
      ...(times === '' ? [] : [run(`  ${times}`, { color: soft })]),
    ],
  });
}

/** Word has nine levels of bullets. */
const deepestBullet = 8;

type Note = Outline['notes'][number];

/** Numbers are written out, as Word would go on counting from one list to the next. */
function describeNote({ kind, level, ordinal, spans }: Note): Paragraph {
  const words = spans.map((span) => describeSpan(span, kind));
  switch (kind) {
    case 'heading':
      return new Paragraph({
        heading: level > 1 ? HeadingLevel.HEADING_3 : HeadingLevel.HEADING_2,
        children: words,
      });
    case 'bullet':
      return new Paragraph({ bullet: { level: Math.min(level - 1, deepestBullet) }, children: words });
    case 'number':
      return new Paragraph({
        indent: { left: 360 * level },
        children: [run(`${ordinal}. `), ...words],
      });
    default:
      return new Paragraph({ children: words });
  }
}

function describeSpan({ text, bold, italic, strike, href }: Note['spans'][number], kind: Note['kind']) {
  if (text === '\n') return new TextRun({ break: 1 });
  const words = run(text, {
    ...(bold ? { bold } : {}),
    ...(italic || kind === 'quote' ? { italics: true } : {}),
    ...(strike ? { strike } : {}),
  });
  return href ? new ExternalHyperlink({ link: href, children: [words] }) : words;
}

function describeRow({ time, speaker, text }: Outline['talks'][number]['rows'][number]): Paragraph {
  return new Paragraph({
    spacing: { after: 80 },
    children: [
      run(`${time}  `, { color: soft }),
      ...(speaker === '' ? [] : [run(`${speaker}: `, { bold: true })]),
      run(text, speaker === '' ? { italics: true } : {}),
    ],
  });
}

type Look = Partial<Record<'bold' | 'italics' | 'strike', boolean>> & { color?: string };

const run = (text: string, look: Look = {}) => new TextRun({ ...look, text: printable(text) });

/** Without what XML 1.0 cannot hold (section 2.2): Word calls a file with one such character damaged. */
function printable(text: string): string {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: these are what has to go
  return text.toWellFormed().replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g, '');
}
