import { askForEgress, noteEgressId } from '../../../db/queries/egresses.ts';
import { endEgress } from '../../../db/queries/end-egress.ts';
import { findRecording, type Recording } from '../../../db/queries/recordings.ts';
import { ParleyError } from '../../../lib/errors.ts';
import type { ParticipantId } from '../../../lib/ids.ts';
import type { WebContext } from '../../context.ts';
import { applyReport, stopEgress } from './apply-report.ts';

/**
 * Orders the sound of a person, or with null the picture of everyone; nothing where that was ordered already. The order
 * is a row before it is a call. Gives a sentence when LiveKit took none, empty otherwise.
 */
export async function placeOrder(
  context: WebContext,
  recording: Recording,
  identity: ParticipantId | null,
): Promise<string> {
  const { database, egress, logger } = context;
  const asked = await askForEgress(database.db, recording, identity);
  if (!asked) return '';
  const { id, meetingId: room, location } = asked;
  try {
    const report =
      identity === null
        ? await egress.startPicture({ room, location })
        : await egress.start({ room, identity, location });
    await noteEgressId(database.db, id, report.egressId);
    const belonging = await applyReport(database.db, report);
    const now = await findRecording(database.db, recording.id);
    // Given up or stopped while LiveKit started it: nothing more may be kept.
    if (belonging === 'stray' || now?.status !== 'recording') await stopEgress(context, report.egressId);
    return '';
  } catch (error) {
    if (!(error instanceof ParleyError)) throw error;
    logger.warn({ err: error, meetingId: room, recordingId: recording.id }, 'an egress did not start');
    const problem = error.code === 'not_found' ? '' : error.message;
    await endEgress(database.db, id, { problem });
    return problem;
  }
}
