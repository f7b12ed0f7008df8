import { Inngest } from 'inngest';
import type { Config } from '../lib/config.ts';

export const appId = 'parley';

/** The Inngest client of a real Inngest: Cloud, self-hosted, or its development server. */
export function createInngestClient(inngest: NonNullable<Config['inngest']>): Inngest {
  return new Inngest({
    id: appId,
    isDev: inngest.dev,
    ...(inngest.baseUrl ? { baseUrl: inngest.baseUrl } : {}),
    ...(inngest.eventKey ? { eventKey: inngest.eventKey } : {}),
    ...(inngest.signingKey ? { signingKey: inngest.signingKey } : {}),
  });
}
