import type { Meeting } from '../../db/queries/meetings.ts';
import type { Participant } from '../../db/queries/participants.ts';
import { mayDraw } from '../../lib/board-messages.ts';
import { ParleyError } from '../../lib/errors.ts';

/** Throws a sentence for whoever may not draw in this meeting now. */
export function refuseToDraw(meeting: Meeting | null, person: Participant): void {
  if (meeting?.status !== 'live') throw new ParleyError('meeting_ended', 'This meeting is not running.');
  if (mayDraw(meeting.whoMayDraw, person)) return;
  throw new ParleyError(
    'forbidden',
    meeting.whoMayDraw === 'hosts'
      ? 'Only hosts can draw on the whiteboard of this meeting.'
      : 'The hosts have not chosen you to draw on the whiteboard.',
  );
}
