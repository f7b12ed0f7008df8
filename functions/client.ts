import { Inngest } from 'inngest';
import type { Config } from '../lib/config.ts';
import type { Logger } from '../lib/logger.ts';

export const appId = 'parley';

/** The Inngest client of a real Inngest: Cloud, self-hosted, or its development server. */
export function createInngestClient(inngest: NonNullable<Config['inngest']>, logger: Logger): Inngest {
  return new Inngest({
    id: appId,
    isDev: inngest.dev,
    logger,
    ...(inngest.baseUrl ? { baseUrl: inngest.baseUrl } : {}),
    ...(inngest.eventKey ? { eventKey: inngest.eventKey } : {}),
    ...(inngest.signingKey ? { signingKey: inngest.signingKey } : {}),
  });
}
