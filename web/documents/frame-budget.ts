/** How much one connection may send. */

interface Allowance {
  perSecond: number;
  /** At once, after a pause. */
  burst: number;
}

/** Several times what drawing and typing at once send; somebody who comes back sends all they wrote at once. */
const allowances = {
  frames: { perSecond: 60, burst: 400 },
  bytes: { perSecond: 512 * 1024, burst: 6 * 1024 * 1024 },
} satisfies Record<string, Allowance>;

export interface FrameBudget {
  /** False when this frame is more than may be sent now. */
  take(bytes: number): boolean;
}

/** `now` in milliseconds. */
export function createFrameBudget(now: () => number): FrameBudget {
  const frames = createBucket(allowances.frames, now);
  const volume = createBucket(allowances.bytes, now);
  return {
    take: (bytes) => {
      const inTime = frames(1);
      return volume(bytes) && inTime;
    },
  };
}

function createBucket({ perSecond, burst }: Allowance, now: () => number) {
  let left = burst;
  let at = now();
  return (amount: number): boolean => {
    const moment = now();
    left = Math.min(burst, left + ((moment - at) * perSecond) / 1_000) - amount;
    at = moment;
    return left >= 0;
  };
}
