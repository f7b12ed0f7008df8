/** What we say happened. Every event that leaves the database is one of these; `data` is checked on both sides. */
import { eventType } from 'inngest';
import { z } from 'zod';
import { idSchema } from '../lib/id-schema.ts';
import { summaryTemplateSchema } from '../lib/summary-choice.ts';

/** A meeting is over: the host ended it, or its room closed. Sent once per meeting. */
export const meetingFinished = eventType('meeting/finished', {
  schema: z.object({ meetingId: idSchema('mtg'), reason: z.string() }),
});

/** Somebody asks to see a meeting, or what they take for one. Sent once per request, also when it reaches nobody. */
export const accessRequested = eventType('access/requested', {
  schema: z.object({ requestId: idSchema('arq') }),
});

/** All lines of a meeting are stored, and nobody will add one. Sent once per meeting. */
export const meetingCompleted = eventType('meeting/completed', {
  schema: z.object({ meetingId: idSchema('mtg') }),
});

/** A person has approved an effect. Sent once per action, from the transaction of the decision. */
export const actionApproved = eventType('action/approved', {
  schema: z.object({ actionId: idSchema('act'), meetingId: idSchema('mtg') }),
});

/** LiveKit Egress is done with a recording: what it wrote can be looked at. Sent once per recording that it made. */
export const recordingEnded = eventType('recording/ended', {
  schema: z.object({ meetingId: idSchema('mtg'), recordingId: idSchema('rec') }),
});

/**
 * LiveKit Egress is done with a picture: its file can be looked at. Sent once per order of one, and once more where the
 * file came after it had been given up.
 */
export const pictureEnded = eventType('picture/ended', {
  schema: z.object({ meetingId: idSchema('mtg'), recordingId: idSchema('rec'), pictureId: idSchema('fil') }),
});

/** A recording is over and its files are closed. Sent once per recording, also when it has no files. */
export const recordingFinished = eventType('recording/finished', {
  schema: z.object({ meetingId: idSchema('mtg'), recordingId: idSchema('rec') }),
});

/**
 * Other words count now than were stored when the meeting was completed: a recording's, a person's, or those that an
 * agent could not deliver before.
 */
export const transcriptRevised = eventType('transcript/revised', {
  schema: z.object({ meetingId: idSchema('mtg'), by: z.enum(['recording', 'person', 'agent']) }),
});

/** A person wants the summary written again, by this template. */
export const summaryRequested = eventType('summary/requested', {
  schema: z.object({
    meetingId: idSchema('mtg'),
    template: summaryTemplateSchema,
    instructions: z.string(),
  }),
});

/** There is no summary to mail, but something to say: none could be written, or people spoke only in breakout rooms. Sent once per meeting, before there is any version. */
export const summaryFailed = eventType('summary/failed', {
  schema: z.object({ meetingId: idSchema('mtg') }),
});

/** A version of a meeting's summary is stored. Sent once per version. */
export const summaryReady = eventType('summary/ready', {
  schema: z.object({ meetingId: idSchema('mtg'), summaryId: idSchema('sum'), version: z.int() }),
});

/** A meeting is deleted for good. Sent once per meeting; nothing but its id is left. */
export const meetingDeleted = eventType('meeting/deleted', {
  schema: z.object({ meetingId: idSchema('mtg') }),
});

/** A recording was taken away from a meeting that stays. Sent once per recording. */
export const recordingRemoved = eventType('recording/removed', {
  schema: z.object({ meetingId: idSchema('mtg'), recordingId: idSchema('rec') }),
});

/** The picture of a recording was taken away, and its sound stays. Sent once per recording. */
export const pictureRemoved = eventType('picture/removed', {
  schema: z.object({ meetingId: idSchema('mtg'), recordingId: idSchema('rec') }),
});

/** A webhook is to be sent, for the first time or again. Sent once per delivery and round. */
export const webhookDue = eventType('webhook/due', {
  schema: z.object({ deliveryId: idSchema('whd'), endpointId: idSchema('whe'), round: z.int() }),
});
