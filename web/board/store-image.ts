import { countImages, insertImage } from '../../db/queries/board-files.ts';
import { lockMeeting } from '../../db/queries/meetings.ts';
import type { Participant } from '../../db/queries/participants.ts';
import { imageLimits, imageProblems } from '../../lib/board-messages.ts';
import { ParleyError } from '../../lib/errors.ts';
import type { Id } from '../../lib/ids.ts';
import type { WebContext } from '../context.ts';
import { limitPerson } from '../rate-limit.ts';
import { imageTypeOf } from './image-type.ts';
import { refuseToDraw } from './may-draw.ts';

/** More than anyone places by hand. */
const pace = { name: 'board-image', max: 30, windowMs: 60_000 };

/** Keeps an image for the whiteboard. Throws a sentence for what is none, is too large, or may not be drawn. */
export async function storeImage(
  context: WebContext,
  person: Participant,
  content: Uint8Array,
): Promise<Id<'fil'>> {
  if (content.byteLength > imageLimits.bytes) {
    throw new ParleyError('payload_too_large', imageProblems.size);
  }
  const type = imageTypeOf(content);
  if (!type) throw new ParleyError('bad_request', imageProblems.type);
  await limitPerson(context, person, pace);
  return context.database.db.transaction(async (tx) => {
    refuseToDraw(await lockMeeting(tx, person.meetingId), person);
    const { files, bytes } = await countImages(tx, person.meetingId);
    const isFull = bytes + content.byteLength > imageLimits.meetingBytes;
    if (isFull || files >= imageLimits.meetingFiles) {
      throw new ParleyError('payload_too_large', imageProblems.room);
    }
    return insertImage(tx, { meetingId: person.meetingId, uploaderId: person.id, type, content });
  });
}
