export interface JobSlots {
  /** What LiveKit may know of our load, 0 to 1, for so many running jobs. */
  load(activeJobs: number): number;
  /** Takes a place for a job that is about to start; false when there is none. */
  take(activeJobs: number): boolean;
}

/** An accepted job is among the running ones after this time; until then it may be counted twice, never not at all. */
const startMs = 2_000;

/**
 * Admits jobs up to a maximum. Load reaches LiveKit every 2.5 s only, so a burst overshoots unless each request
 * counts; and a self-hosted server offers nothing above a load of 0.7, so a worker with places left stays below.
 */
export function createJobSlots(maxJobs: number, now: () => number = Date.now): JobSlots {
  let taken: number[] = [];
  return {
    load: (activeJobs) => (activeJobs < maxJobs ? (0.69 * activeJobs) / maxJobs : 1),
    take(activeJobs) {
      taken = taken.filter((at) => now() - at < startMs);
      if (activeJobs + taken.length >= maxJobs) return false;
      taken.push(now());
      return true;
    },
  };
}
