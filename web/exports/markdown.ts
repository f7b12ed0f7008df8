/** A meeting as Markdown (CommonMark 0.31, with GitHub's task lists). */
import type { MeetingExport } from '../../lib/meeting-export.ts';
import { escapeMarkdown } from './escape-markdown.ts';
import { notesMarkdown } from './note-markdown.ts';
import { type Outline, type OutlineItem, type OutlineSection, outlineMeeting } from './outline.ts';

export function toMarkdown(record: MeetingExport): string {
  const { title, about, sections, notes, talks } = outlineMeeting(record);
  const blocks = [
    `# ${escapeMarkdown(title)}`,
    about.map(escapeMarkdown).join('  \n'),
    ...sections.flatMap(sectionBlocks),
    ...(notes.length > 0 ? ['## Notes', ...notesMarkdown(notes)] : []),
    ...talks.flatMap(({ heading, rows }) => [`## ${heading}`, ...rows.map(talkRow)]),
  ];
  return `${blocks.join('\n\n')}\n`;
}

function talkRow({ time, speaker, text }: Outline['talks'][number]['rows'][number]): string {
  const words = escapeMarkdown(text);
  return speaker === '' ? `${time} *${words}*` : `${time} **${escapeMarkdown(speaker)}:** ${words}`;
}

function sectionBlocks({ heading, note, text, items }: OutlineSection): string[] {
  return [
    `## ${heading}`,
    ...(note === '' ? [] : [`*${escapeMarkdown(note)}*`]),
    ...(text === '' ? [] : [escapeMarkdown(text)]),
    ...(items.length === 0 ? [] : [items.map(listItem).join('\n')]),
  ];
}

function listItem({ done, title, text, about, times }: OutlineItem): string {
  return [
    '-',
    ...(done === null ? [] : [done ? '[x]' : '[ ]']),
    ...(title === '' ? [] : [`**${escapeMarkdown(title)}:**`]),
    escapeMarkdown(text),
    ...(about === '' ? [] : [`(${escapeMarkdown(about)})`]),
    ...(times === '' ? [] : [`[${times}]`]),
  ].join(' ');
}
