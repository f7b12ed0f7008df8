import pino from 'pino';
import type { Database } from '../../db/database.ts';
import { createInvitationLinks } from '../../lib/invitation-links.ts';
import { createMailLinks } from '../../lib/mail-links.ts';
import { createFolderStore } from '../../lib/recordings/folder-store.ts';
import { createWebhookSecrets } from '../../lib/webhooks/secrets.ts';
import type { FunctionParts } from '../context.ts';

/** Parts on a test database, without LiveKit. */
export function testFunctionParts(database: Database, over: Partial<FunctionParts> = {}): FunctionParts {
  const site = 'http://parley.test';
  const secret = 'parley-secret-of-at-least-32-characters';
  return {
    database,
    logger: pino({ level: 'silent' }),
    site,
    links: createInvitationLinks(secret, site),
    mailLinks: createMailLinks(secret, site),
    webhookSecrets: createWebhookSecrets(secret),
    rooms: null,
    recordings: { store: createFolderStore('.'), whisper: null },
    summarizer: null,
    embedder: null,
    dateOffsetMs: 0,
    ...over,
  };
}
