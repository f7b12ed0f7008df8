/**
 * better-auth as Parley uses it: password hashes, sessions and their cookie, and sign-in by other services.
 * Links in mails, rate limits and the first account are our own (`web/routes/auth.ts`).
 */
import { createHmac } from 'node:crypto';
import { type BetterAuthOptions, betterAuth } from 'better-auth';
import { drizzleAdapter } from 'better-auth/adapters/drizzle';
import { APIError } from 'better-auth/api';
import type { Database } from '../db/database.ts';
import { hasOwner, readWorkspace } from '../db/queries/accounts.ts';
import { sessionTimes } from '../db/queries/sessions.ts';
import { accounts, sessions, users, verifications } from '../db/schema/accounts.ts';
import type { Config } from '../lib/config.ts';
import { createId } from '../lib/ids.ts';
import type { Logger } from '../lib/logger.ts';
import { limits } from '../lib/messages.ts';
import { isSecureSite, siteOf } from '../lib/site.ts';
import { cleanText } from '../lib/text.ts';
import { passwordLength } from './accounts/password-rules.ts';

interface AuthOptions {
  config: Config;
  /** `PARLEY_SECRET`. */
  secret: string;
  database: Database;
  logger: Logger;
}

export type Auth = ReturnType<typeof createAuth>;

/** The paths of better-auth that are mounted as they are; everything else goes through our own routes. */
export const mountedAuthPaths = ['/callback/github', '/callback/google'] as const;

export function createAuth({ config, secret, database, logger }: AuthOptions) {
  const site = siteOf(config);
  const { github, google } = config.signInWith;
  return betterAuth({
    appName: 'Parley',
    baseURL: site,
    basePath: '/api/auth',
    trustedOrigins: [site],
    secret: createHmac('sha256', secret).update('parley:accounts').digest('base64url'),
    database: drizzleAdapter(database.db, {
      provider: 'pg',
      schema: { user: users, session: sessions, account: accounts, verification: verifications },
      transaction: true,
    }),
    user: {
      additionalFields: {
        role: { type: 'string', input: false, defaultValue: 'member' },
        timeZone: { type: 'string', input: false, defaultValue: 'UTC' },
      },
    },
    emailAndPassword: {
      enabled: true,
      disableSignUp: true,
      minPasswordLength: passwordLength.min,
      maxPasswordLength: passwordLength.max,
    },
    socialProviders: { ...(github ? { github } : {}), ...(google ? { google } : {}) },
    // An address alone never opens an account that was made with a password.
    account: { encryptOAuthTokens: true, accountLinking: { enabled: false } },
    session: { expiresIn: sessionTimes.idle, disableSessionRefresh: true },
    databaseHooks: { user: { create: { before: (user) => admitNewUser(database, user) } } },
    onAPIError: { errorURL: `${site}/sign-in` },
    rateLimit: { enabled: false },
    advanced: {
      cookiePrefix: 'parley',
      useSecureCookies: isSecureSite(config),
      defaultCookieAttributes: { httpOnly: true, sameSite: 'lax' },
      database: { generateId: ({ model }) => newId(model) },
      ipAddress: { disableIpTracking: true },
    },
    telemetry: { enabled: false },
    logger: {
      level: 'error',
      // Its messages can hold addresses.
      log: (_level, message) => logger.error({ pii: message }, 'accounts: an error of better-auth'),
    },
  } satisfies BetterAuthOptions);
}

function newId(model: string): string {
  if (model === 'user') return createId('usr');
  if (model === 'session') return createId('ses');
  return model === 'account' ? createId('acc') : createId('ver');
}

/** Someone comes by another service for the first time: the first is the owner, later ones need open sign-up. */
async function admitNewUser({ db }: Database, user: { name: string; email: string; emailVerified: boolean }) {
  if (!user.emailVerified) {
    throw new APIError('FORBIDDEN', { message: 'unproven_address' });
  }
  const first = !(await hasOwner(db));
  if (!first && !(await readWorkspace(db)).openSignUp) {
    throw new APIError('FORBIDDEN', { message: 'sign_up_closed' });
  }
  const name = cleanText(user.name, limits.name) || (user.email.split('@')[0] ?? 'Someone');
  return { data: { ...user, name, role: first ? 'owner' : 'member' } };
}
