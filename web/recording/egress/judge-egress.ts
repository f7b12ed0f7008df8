import type { AgedEgress } from '../../../db/queries/egresses.ts';

/** LiveKit answers an order within 23 s, and the call is given up after 30. */
const answerPatienceMs = 40_000;
/** Stopping takes half a second; a service that was killed never answers. */
const stopPatienceMs = 60_000;
/** Bringing hours of sound to a bucket over a slow line. */
const uploadPatienceMs = 15 * 60_000;
/** LiveKit shows a dead participant for 20 s; after a restart of LiveKit itself recorders need some to come back. */
const missingPatienceMs = 45_000;

type Ages = Pick<AgedEgress, 'state' | 'egressId' | 'askedForMs' | 'stopAskedForMs' | 'missingForMs'>;

/** Why nothing will come of an order any more, as a sentence for people; null while there is hope. */
export function judgeEgress(egress: Ages, recording: 'recording' | 'ending'): string | null {
  const { state, egressId, askedForMs, stopAskedForMs, missingForMs } = egress;
  if (egressId === null) return askedForMs > answerPatienceMs ? 'The recorder was not available.' : null;
  if (recording === 'ending' || stopAskedForMs !== null) {
    const patienceMs = state === 'ending' ? uploadPatienceMs : stopPatienceMs;
    return (stopAskedForMs ?? 0) > patienceMs ? 'The recorder went away before its end.' : null;
  }
  return (missingForMs ?? 0) > missingPatienceMs ? 'The recorder went away in the middle.' : null;
}
