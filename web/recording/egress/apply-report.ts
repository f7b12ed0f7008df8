import type { Tx } from '../../../db/database.ts';
import { lockEgress, noteEgressId, noteEgressRuns } from '../../../db/queries/egresses.ts';
import { endEgress, takeLatePicture } from '../../../db/queries/end-egress.ts';
import type { WebContext } from '../../context.ts';
import type { EgressReport } from './read-egress.ts';

/** `stray`: ours, given up, and yet it records. `foreign`: what others record in LiveKit is left alone. */
export type Belonging = 'ours' | 'stray' | 'foreign';

/** Takes what a webhook or a list says of an egress: in any order, and as often as it comes. */
export async function applyReport(db: Tx, report: EgressReport): Promise<Belonging> {
  const { egressId, location, state } = report;
  return db.transaction(async (tx) => {
    const egress = await lockEgress(tx, { egressId, location });
    if (!egress) return 'foreign';
    // The answer to the order can be lost, or later than the first webhook.
    if (egress.egressId === null) await noteEgressId(tx, egress.id, egressId);
    if (state.kind === 'over') {
      const take = egress.uploadGivenUp ? takeLatePicture : endEgress;
      await take(tx, egress.id, state.result);
    } else if (egress.state === 'over') return 'stray';
    else if (state.kind !== 'asked') {
      await noteEgressRuns(tx, egress.id, { state: state.kind, firstSampleAt: state.firstSampleAt });
    }
    return 'ours';
  });
}

/** An order that was given up may have been heard all the same: nobody may be recorded unseen. */
export function stopStray(context: WebContext, { egressId }: EgressReport): Promise<void> {
  context.logger.warn({ egressId }, 'an egress that was given up records; it is stopped');
  return stopEgress(context, egressId);
}

/** Never fails: who asks asks again. */
export async function stopEgress({ egress, logger }: WebContext, egressId: string): Promise<void> {
  await egress
    .stop(egressId)
    .catch((error) => logger.warn({ err: error, egressId }, 'an egress does not stop'));
}
