import pRetry from 'p-retry';
import { LeaseLostError } from '../../db/queries/runner.ts';

/**
 * Works on the queue although Postgres may be away for a moment: what a step did must not be forgotten, or done
 * again, for that. Gives up after about 18 s, when the lease was lost, or when the runner stops.
 */
export function persist<T>(work: () => Promise<T>, signal: AbortSignal): Promise<T> {
  return pRetry(work, {
    retries: 20,
    minTimeout: 100,
    maxTimeout: 1_000,
    shouldRetry: ({ error }) => !(error instanceof LeaseLostError) && !signal.aborted,
  });
}
