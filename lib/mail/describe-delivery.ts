import type { StageState } from '../summary.ts';

/** How many mails of a meeting are where. */
export type Delivery = Record<'sent' | 'queued' | 'kept' | 'failed', number>;

/** How far the delivery is, as a sentence. */
export function describeDelivery({ sent, queued, kept, failed }: Delivery): {
  state: StageState;
  message: string;
} {
  const all = sent + queued + kept + failed;
  const people = all === 1 ? 'one person' : `${all} people`;
  if (queued > 0) {
    return {
      state: 'working',
      message: sent > 0 ? `Sent to ${sent} of ${people}.` : `On its way to ${people}.`,
    };
  }
  if (kept > 0) return { state: 'skipped', message: 'Kept: no mail server is configured.' };
  if (sent === 0) return { state: 'failed', message: `The mail server did not take it for ${people}.` };
  if (failed > 0) {
    return { state: 'done', message: `Sent to ${sent} of ${people}; the other addresses were not taken.` };
  }
  return { state: 'done', message: `Sent to ${people}.` };
}
