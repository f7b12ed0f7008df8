import { setTimeout as sleep } from 'node:timers/promises';

/**
 * Longer than an answer about an existing address takes (a mail rendered and stored): the time tells nothing about
 * whether there is one.
 */
const answerAfterMs = 400;

/** Does the work, and answers at the same moment whether there was much of it or none. */
export async function inEqualTime(work: Promise<unknown>): Promise<void> {
  const wait = sleep(answerAfterMs);
  const [done] = await Promise.allSettled([work, wait]);
  if (done.status === 'rejected') throw done.reason;
}
