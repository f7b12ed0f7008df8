import {
  claimedRecordingSchema,
  claimRecordingSchema,
  leftFilesOrderSchema,
  recorderOrderSchema,
  recorderReportSchema,
} from '../../lib/recorder-messages.ts';
import { controlRecordingSchema, recordingListSchema } from '../../lib/recording-messages.ts';
import { type ApiGroup, describeRoute } from './route.ts';

export const recordingGroup: ApiGroup = {
  name: 'Recordings',
  routes: [
    describeRoute('POST /api/meetings/:id/recording', {
      summary:
        'Start recording the sound, or sound and picture, or stop it; everyone in the room is told before anything is kept',
      access: 'record',
      request: controlRecordingSchema,
      answer: { status: 204 },
    }),
    describeRoute('POST /api/meetings/:id/recording/ask', {
      summary: 'Ask those who may record to do so',
      access: 'joined',
      answer: { status: 204 },
    }),
    describeRoute('GET /api/meetings/:id/recordings', {
      summary: 'Recordings of the meeting and their files, one per person',
      access: 'meeting',
      answer: { status: 200, schema: recordingListSchema },
    }),
    describeRoute('GET /api/meetings/:id/recordings/:soundId/sound', {
      summary: 'Everyone (id of the recording) or one person (id of a file) as Ogg/Opus; understands `Range`',
      access: 'meeting',
      answer: { status: 200 },
    }),
    describeRoute('GET /api/meetings/:id/recordings/:pictureId/picture', {
      summary: 'A part of the picture of everyone as MP4, with the sound in it; understands `Range`',
      access: 'meeting',
      answer: { status: 200 },
    }),
    describeRoute('POST /api/recorder/claim', {
      summary: 'Take a recording that nobody works on; 204 when there is none',
      access: 'agentWorker',
      request: claimRecordingSchema,
      answer: { status: 200, schema: claimedRecordingSchema },
    }),
    describeRoute('POST /api/recorder/recordings/:id/report', {
      summary: 'Say what was kept so far, and hear whether to go on',
      access: 'agentWorker',
      request: recorderReportSchema,
      answer: { status: 200, schema: recorderOrderSchema },
    }),
    describeRoute('GET /api/recorder/meetings/:meetingId/recordings/:id', {
      summary: 'Ask what becomes of files that were not handed over yet',
      access: 'agentWorker',
      answer: { status: 200, schema: leftFilesOrderSchema },
    }),
  ],
};
