import { accessLogSchema } from '../../lib/access-log.ts';
import { type ExportFormat, exportFormats, meetingExportSchema } from '../../lib/meeting-export.ts';
import { type ApiGroup, describeRoute } from './route.ts';

const exportTexts: Record<ExportFormat, string> = {
  md: 'Summary, decisions, tasks and transcript as Markdown',
  pdf: 'Summary, decisions, tasks and transcript as PDF',
  srt: "The transcript as SubRip subtitles, on the meeting's clock",
  vtt: "The transcript as WebVTT, with voices, on the meeting's clock",
  json: 'Everything that a meeting left behind in words, in one documented form',
};

export const keepingGroup: ApiGroup = {
  name: 'Keeping and passing on',
  routes: [
    ...exportFormats.map((format) =>
      describeRoute(`GET /api/meetings/:id/export.${format}`, {
        summary: exportTexts[format],
        access: 'meeting',
        answer: { status: 200, ...(format === 'json' ? { schema: meetingExportSchema } : {}) },
      }),
    ),
    describeRoute('GET /api/meetings/:id/access-log', {
      summary: 'Who read, heard, exported and shared what of the meeting: the newest 200 entries',
      access: 'edit',
      answer: { status: 200, schema: accessLogSchema },
    }),
  ],
};
