import type { AgedEgress } from '../../../db/queries/egresses.ts';

/** LiveKit answers an order within 23 s, and the call is given up after 30. */
const answerPatienceMs = 40_000;
/** Stopping takes half a second; a service that was killed never answers. */
const stopPatienceMs = 60_000;
/** Bringing hours of sound to a bucket over a slow line. */
const uploadPatienceMs = 15 * 60_000;
/** Two hours of a picture in 720p are 2.8 GB, which take six over a line of 1 Mbit/s. */
const picturePatienceMs = 6 * 3_600_000;
/** LiveKit shows a dead participant for 20 s; after a restart of LiveKit itself recorders need some to come back. */
const missingPatienceMs = 45_000;

type Ages = Pick<
  AgedEgress,
  'state' | 'egressId' | 'participantId' | 'askedForMs' | 'stopAskedForMs' | 'missingForMs'
>;

interface Surroundings {
  recording: 'recording' | 'ending';
  /** False where LiveKit's list came and does not have it. */
  isListed: boolean;
}

/** Why nothing will come of an order any more, as a sentence for people; null while there is hope. */
export function judgeEgress(egress: Ages, around: Surroundings): string | null {
  const { egressId, askedForMs, stopAskedForMs, missingForMs } = egress;
  if (egressId === null) return askedForMs > answerPatienceMs ? 'The recorder was not available.' : null;
  if (around.recording === 'ending' || stopAskedForMs !== null) {
    return (stopAskedForMs ?? 0) > endPatienceMs(egress, around)
      ? 'The recorder went away before its end.'
      : null;
  }
  return (missingForMs ?? 0) > missingPatienceMs ? 'The recorder went away in the middle.' : null;
}

function endPatienceMs({ state, participantId }: Ages, { recording, isListed }: Surroundings): number {
  if (state !== 'ending') return stopPatienceMs;
  // In a recording that runs, the next picture waits for this one.
  const hasTime = participantId === null && recording === 'ending' && isListed;
  return hasTime ? picturePatienceMs : uploadPatienceMs;
}
