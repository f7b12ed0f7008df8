/** What we say happened. Every event that leaves the database is one of these; `data` is checked on both sides. */
import { eventType } from 'inngest';
import { z } from 'zod';
import { idSchema } from '../lib/ids.ts';

/** A meeting is over: the host ended it, or its room closed. Sent once per meeting. */
export const meetingFinished = eventType('meeting/finished', {
  schema: z.object({ meetingId: idSchema('mtg'), reason: z.string() }),
});

/** A person has approved an effect. Sent once per action, from the transaction of the decision. */
export const actionApproved = eventType('action/approved', {
  schema: z.object({ actionId: idSchema('act'), meetingId: idSchema('mtg') }),
});

/** A recording is over and its files are closed. Sent once per recording, also when it has no files. */
export const recordingFinished = eventType('recording/finished', {
  schema: z.object({ meetingId: idSchema('mtg'), recordingId: idSchema('rec') }),
});

/** Other words than those that were heard live count now. */
export const transcriptRevised = eventType('transcript/revised', {
  schema: z.object({ meetingId: idSchema('mtg') }),
});
