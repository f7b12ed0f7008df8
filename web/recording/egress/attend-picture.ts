/** The picture of everyone beside the sound of each: what becomes of it never touches the sound. */
import { type AgedEgress, isSound, noteStopAsked } from '../../../db/queries/egresses.ts';
import { countAgreed } from '../../../db/queries/participants.ts';
import { dropPicture, type Recording } from '../../../db/queries/recordings.ts';
import { idSchema } from '../../../lib/id-schema.ts';
import { personAttributes } from '../../../lib/messages.ts';
import type { WebContext } from '../../context.ts';
import type { RoomParticipant } from '../../livekit-port.ts';
import { mirrorMeeting } from '../../mirror-meeting.ts';
import { stopEgress } from './apply-report.ts';
import { choosePictureStep } from './choose-picture-step.ts';
import { placeOrder } from './place-order.ts';

/** The notice that speaks of the picture. */
const pictureNotice = 3;

/** Does what is next for the picture of a recording that runs. `known`: all of its orders. */
export async function attendPicture(
  context: WebContext,
  recording: Recording,
  known: readonly AgedEgress[],
): Promise<void> {
  const { database, rooms, logger, config } = context;
  if (!recording.picture || !config.recordings.picture) return;
  const { id: recordingId, meetingId } = recording;
  const everyoneAgreed = await haveAllAgreed(context, meetingId, await rooms.listParticipants(meetingId));
  const pictures = known.filter((each) => !isSound(each));
  const step = choosePictureStep(pictures, known.filter(isSound), { everyoneAgreed });
  switch (step.kind) {
    case 'wait':
      return;
    case 'order':
      // As with sound, nobody waits for LiveKit to find out that no service is there.
      void placeOrder(context, recording, null).catch((error) =>
        logger.warn({ err: error, recordingId }, 'an order for a picture was lost'),
      );
      return;
    case 'stop': {
      const running = pictures.find(({ state }) => state !== 'over');
      if (!running?.egressId) return;
      logger.warn({ meetingId, recordingId, why: step.why }, 'a picture is stopped');
      await noteStopAsked(database.db, running.id, step.why);
      return stopEgress(context, running.egressId);
    }
    case 'drop':
      if (!(await dropPicture(database.db, recording))) return;
      logger.warn({ meetingId, recordingId }, 'a picture is given up; the sound goes on');
      return mirrorMeeting(context, meetingId);
    default:
      return step satisfies never;
  }
}

/** A picture has everyone in it: also who only looks on, and who came in before the notice spoke of pictures. */
async function haveAllAgreed(
  { database }: WebContext,
  meetingId: Recording['meetingId'],
  participants: readonly RoomParticipant[],
): Promise<boolean> {
  const people = participants.filter(({ kind }) => kind === 'standard');
  const ids = people.flatMap(({ identity, attributes }) => {
    const id = idSchema('par').safeParse(identity);
    return id.success && attributes[personAttributes.consent] === 'true' ? [id.data] : [];
  });
  if (ids.length < people.length) return false;
  return (await countAgreed(database.db, { meetingId, ids, noticeVersion: pictureNotice })) === ids.length;
}
