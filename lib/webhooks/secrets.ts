/** What webhooks are signed with. */
import { createHmac } from 'node:crypto';

export interface WebhookSecrets {
  /** The same each time; of the form that receivers configure: `whsec_` and 256 bits in base64. */
  secretOf(endpointId: string, version: number): string;
}

/** `secret` is `PARLEY_SECRET`: whoever reads the database alone can sign nothing. */
export function createWebhookSecrets(secret: string): WebhookSecrets {
  return {
    secretOf: (endpointId, version) =>
      `whsec_${createHmac('sha256', secret).update(`parley:webhook:${endpointId}:${version}`).digest('base64')}`,
  };
}
