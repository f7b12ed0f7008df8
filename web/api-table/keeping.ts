import { accessLogSchema } from '../../lib/access-log.ts';
import { type ExportFormat, exportFormats, meetingExportSchema } from '../../lib/meeting-export.ts';
import { changeRetentionSchema, retentionSchema } from '../../lib/retention.ts';
import {
  createShareSchema,
  openShareSchema,
  shareAnswerSchema,
  sharedMeetingSchema,
  shareListSchema,
} from '../../lib/shares.ts';
import { type ApiGroup, describeRoute } from './route.ts';

const exportTexts: Record<ExportFormat, string> = {
  md: 'Summary, decisions, tasks and transcript as Markdown',
  pdf: 'Summary, decisions, tasks and transcript as PDF',
  docx: 'Summary, decisions, tasks and transcript as DOCX',
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
    describeRoute('GET /api/meetings/:id/shares', {
      summary: 'Links that show parts of the meeting, and when they were last opened',
      access: 'share',
      answer: { status: 200, schema: shareListSchema },
    }),
    describeRoute('POST /api/meetings/:id/shares', {
      summary: 'Make a link that shows parts of a meeting that is over, until it expires',
      access: 'share',
      request: createShareSchema,
      answer: { status: 201, schema: shareAnswerSchema },
    }),
    describeRoute('DELETE /api/meetings/:id/shares/:shareId', {
      summary: 'Withdraw a link: it shows nothing from then on',
      access: 'share',
      answer: { status: 204 },
    }),
    describeRoute('POST /api/shares/open', {
      summary: 'What a link shows, by its secret; gives a cookie for its recordings',
      access: 'anyone',
      request: openShareSchema,
      answer: { status: 200, schema: sharedMeetingSchema },
    }),
    describeRoute('GET /api/shares/:shareId/sound/:recordingId', {
      summary: 'A shared recording as Ogg/Opus; understands `Range`',
      access: 'shareHolder',
      answer: { status: 200 },
    }),
    describeRoute('GET /api/shares/:shareId/picture/:pictureId', {
      summary: 'A part of the shared picture as MP4, with the sound in it; understands `Range`',
      access: 'shareHolder',
      answer: { status: 200 },
    }),
    describeRoute('GET /api/meetings/:id/retention', {
      summary: 'How long the meeting is kept, and when it is deleted',
      access: 'meeting',
      answer: { status: 200, schema: retentionSchema },
    }),
    describeRoute('POST /api/meetings/:id/retention', {
      summary: 'Keep the meeting for a number of days, for ever, or as the installation says',
      access: 'edit',
      request: changeRetentionSchema,
      answer: { status: 200, schema: retentionSchema },
    }),
    describeRoute('DELETE /api/meetings/:id', {
      summary: 'Delete a meeting that is over, with every copy of what it left behind',
      access: 'edit',
      answer: { status: 204 },
    }),
    describeRoute('GET /api/meetings/:id/access-log', {
      summary: 'Who read, heard, exported and shared what of the meeting: the newest 200 entries',
      access: 'edit',
      answer: { status: 200, schema: accessLogSchema },
    }),
  ],
};
