import type { InngestFunction } from 'inngest';
import { createCollectPicture } from './collect-picture.ts';
import { createCollectRecording } from './collect-recording.ts';
import type { FunctionContext } from './context.ts';
import { createDeliverWebhook } from './deliver-webhook.ts';
import { createExecuteAction } from './execute-action.ts';
import { createFinishMeeting } from './finish-meeting.ts';
import { createIndexMeeting } from './index-meeting.ts';
import { createMailAccessRequest } from './mail-access-request.ts';
import { createMailSummary } from './mail-summary.ts';
import { createMixRecording } from './mix-recording.ts';
import { createPurgeMeeting } from './purge-meeting.ts';
import { createPurgeMeetings } from './purge-meetings.ts';
import { createPurgePicture } from './purge-picture.ts';
import { createPurgeRecording } from './purge-recording.ts';
import { createSummarizeMeeting } from './summarize-meeting.ts';
import { createTranscribeRecording } from './transcribe-recording.ts';

/** Every function of Parley, bound to one client and database. */
export function createFunctions(context: FunctionContext): InngestFunction.Like[] {
  return [
    createFinishMeeting(context),
    createExecuteAction(context),
    createCollectRecording(context),
    createCollectPicture(context),
    createTranscribeRecording(context),
    createMixRecording(context),
    createSummarizeMeeting(context),
    createPurgeMeeting(context),
    createPurgeMeetings(context),
    createMailSummary(context),
    createMailAccessRequest(context),
    createPurgeRecording(context),
    createPurgePicture(context),
    createIndexMeeting(context),
    createDeliverWebhook(context),
  ];
}
