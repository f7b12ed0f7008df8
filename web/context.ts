import type { Database } from '../db/database.ts';
import type { Config } from '../lib/config.ts';
import type { InvitationLinks } from '../lib/invitation-links.ts';
import type { Logger } from '../lib/logger.ts';
import type { MailLinks } from '../lib/mail-links.ts';
import type { RecordingStore } from '../lib/recordings/recording-store.ts';
import type { Archive } from './archive/answer-question.ts';
import type { Auth } from './auth.ts';
import type { LiveKitPort } from './livekit-port.ts';
import type { EgressPort } from './recording/egress/egress-port.ts';
import type { Tokens } from './tokens.ts';

/** What the handlers of web work with; made once in `main.ts`, or by a test. */
export interface WebContext {
  config: Config;
  livekit: NonNullable<Config['livekit']>;
  database: Database;
  rooms: LiveKitPort;
  /** `PARLEY_SECRET`. */
  secret: string;
  tokens: Tokens;
  links: InvitationLinks;
  mailLinks: MailLinks;
  auth: Auth;
  recordings: RecordingStore;
  egress: EgressPort;
  /** What questions about meetings are answered with. */
  archive: Archive;
  logger: Logger;
}
