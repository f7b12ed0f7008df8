import { ParleyError } from '../../lib/errors.ts';
import { DestinationError, readDestination, resolveDestination } from '../../lib/webhooks/destination.ts';

/**
 * The address as it is stored; throws `bad_request` with a sentence when webhooks never go there. Who sends looks
 * again each time: names change.
 */
export async function checkDestination(text: string): Promise<string> {
  const read = readDestination(text);
  if ('problem' in read) throw new ParleyError('bad_request', read.problem);
  try {
    await resolveDestination(read.url);
  } catch (error) {
    if (error instanceof DestinationError) throw new ParleyError('bad_request', error.message);
    throw error;
  }
  return read.url.href;
}
