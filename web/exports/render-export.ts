import type { ExportFormat, MeetingExport } from '../../lib/meeting-export.ts';
import { toMarkdown } from './markdown.ts';
import { renderDocument } from './render-document.ts';
import { toSrt, toVtt } from './subtitles.ts';

interface ExportKind {
  /** As the access log calls it. */
  name: string;
  contentType: string;
  render(record: MeetingExport): string | Promise<Uint8Array>;
}

export const exportKinds: Record<ExportFormat, ExportKind> = {
  md: { name: 'Markdown', contentType: 'text/markdown; charset=utf-8', render: toMarkdown },
  pdf: { name: 'PDF', contentType: 'application/pdf', render: (record) => renderDocument('pdf', record) },
  docx: {
    name: 'DOCX',
    contentType: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
    render: (record) => renderDocument('docx', record),
  },
  srt: { name: 'SRT', contentType: 'application/x-subrip; charset=utf-8', render: toSrt },
  vtt: { name: 'WebVTT', contentType: 'text/vtt; charset=utf-8', render: toVtt },
  json: {
    name: 'JSON',
    contentType: 'application/json; charset=utf-8',
    render: (record) => `${JSON.stringify(record, null, 2)}\n`,
  },
};
