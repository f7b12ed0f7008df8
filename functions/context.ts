import type { Inngest } from 'inngest';
import type { Database } from '../db/database.ts';
import { type Config, requireParts, type WhisperServer } from '../lib/config.ts';
import { createEmbedder, type Embedder } from '../lib/embedder.ts';
import { createInvitationLinks, type InvitationLinks } from '../lib/invitation-links.ts';
import type { Logger } from '../lib/logger.ts';
import { createMailLinks, type MailLinks } from '../lib/mail-links.ts';
import { openRecordingStore } from '../lib/recordings/open-store.ts';
import type { RecordingStore } from '../lib/recordings/recording-store.ts';
import { createRoomControl, createRoomService, type RoomControl } from '../lib/room-control.ts';
import { siteOf } from '../lib/site.ts';
import { createWebhookSecrets, type WebhookSecrets } from '../lib/webhooks/secrets.ts';
import { createSummaryModel, type SummaryModel } from './summary/summary-model.ts';

/** What functions work with beside Inngest. */
export interface FunctionParts {
  database: Database;
  logger: Logger;
  /** Origin of the pages. */
  site: string;
  links: InvitationLinks;
  mailLinks: MailLinks;
  /** What webhooks to other systems are signed with. */
  webhookSecrets: WebhookSecrets;
  /** Null where LiveKit is not configured: web's reconciler then closes rooms a little later. */
  rooms: RoomControl | null;
  /** Where recordings are, and who turns them into text; null: nobody. */
  recordings: { store: RecordingStore; whisper: WhisperServer | null };
  /** Null: no model is configured. */
  summarizer: SummaryModel | null;
  /** Null: search goes by words alone. */
  embedder: Embedder | null;
  /** Milliseconds to add to the clock where dates are judged. */
  dateOffsetMs: number;
}

/** The client decides whether a real Inngest or the embedded runner calls the functions. */
export interface FunctionContext extends FunctionParts {
  inngest: Inngest;
}

/** Throws `ConfigError` without `PARLEY_SECRET`, which makes links and signs webhooks. */
export async function createFunctionParts(
  config: Config,
  { database, logger }: Pick<FunctionParts, 'database' | 'logger'>,
): Promise<FunctionParts> {
  const { secret } = requireParts(config, 'secret');
  const site = siteOf(config);
  return {
    database,
    logger,
    site,
    links: createInvitationLinks(secret, site),
    mailLinks: createMailLinks(secret, site),
    webhookSecrets: createWebhookSecrets(secret),
    rooms: config.livekit && createRoomControl(createRoomService(config.livekit)),
    recordings: { store: await openRecordingStore(config.recordings), whisper: config.whisper },
    summarizer: config.summary && createSummaryModel(config.summary),
    embedder: config.embeddings && createEmbedder(config.embeddings),
    dateOffsetMs: config.dateOffsetMs,
  };
}
