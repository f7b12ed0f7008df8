import type { AgedEgress } from '../../../db/queries/egresses.ts';

type Order = Pick<
  AgedEgress,
  'state' | 'egressId' | 'problem' | 'bytes' | 'firstSampleAt' | 'stopAskedAt' | 'overForMs'
>;

/** What is next for the picture of a running recording. `drop`: none will come of it any more. */
export type PictureStep =
  | { kind: 'wait' | 'order' | 'drop' }
  /** `why`: a sentence for people. */
  | { kind: 'stop'; why: string };

/** A refused sound order holds the picture back for so long: it takes a hundred times what a person's sound takes. */
const makeRoomMs = 120_000;
/** LiveKit takes up to 23 s to find that nobody can take an order. */
const refusedAgainMs = 60_000;
const failedAgainMs = 20_000;

/** Orders, oldest first. The picture comes after the sound of everyone who is there, and gives way to it. */
export function choosePictureStep(
  pictures: readonly Order[],
  sounds: readonly Order[],
  { everyoneAgreed }: { everyoneAgreed: boolean },
): PictureStep {
  const isCrowdedOut = sounds.some(
    (sound) => wasRefused(sound) && (sound.overForMs ?? Number.POSITIVE_INFINITY) < makeRoomMs,
  );
  const running = pictures.find(({ state }) => state !== 'over');
  if (running) {
    if (running.egressId === null || running.state === 'ending') return { kind: 'wait' };
    // The stop may have been lost.
    if (running.stopAskedAt) return { kind: 'stop', why: running.problem };
    if (!everyoneAgreed) return { kind: 'stop', why: 'Somebody had not agreed to be in a picture.' };
    if (isCrowdedOut) return { kind: 'stop', why: 'The recorder had no room for the sound of everyone.' };
    return { kind: 'wait' };
  }
  const last = pictures.at(-1);
  if (last && neverBegan(last)) return { kind: 'drop' };
  const soundIsOnItsWay = sounds.some(({ state, egressId }) => state !== 'over' && egressId === null);
  const isTooSoon = last !== undefined && (last.overForMs ?? 0) < pauseAfter(last);
  const mustWait = !everyoneAgreed || isCrowdedOut || soundIsOnItsWay || isTooSoon;
  return { kind: mustWait ? 'wait' : 'order' };
}

const wasRefused = ({ state, egressId, problem }: Order) =>
  state === 'over' && egressId === null && problem !== '';

/**
 * Taken, and failed before its first frame: the service has no encoder, or no Chrome. It is said to leave the service
 * draining, so it is not tried again in this recording.
 */
const neverBegan = (order: Order) =>
  order.egressId !== null &&
  order.problem !== '' &&
  order.bytes === 0 &&
  order.firstSampleAt === null &&
  order.stopAskedAt === null;

function pauseAfter({ bytes, egressId }: Order): number {
  if (bytes > 0) return 0;
  return egressId === null ? refusedAgainMs : failedAgainMs;
}
