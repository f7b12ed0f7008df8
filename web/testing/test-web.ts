import { Hono } from 'hono';
import { AccessToken } from 'livekit-server-sdk';
import type { Database } from '../../db/database.ts';
import { findUserByEmail, hasOwner, insertUser, type User } from '../../db/queries/accounts.ts';
import { readConfig } from '../../lib/config.ts';
import { createInvitationLinks } from '../../lib/invitation-links.ts';
import { createLogger } from '../../lib/logger.ts';
import { createMailLinks } from '../../lib/mail-links.ts';
import { type Joined, joinedSchema, type MeetingView } from '../../lib/messages.ts';
import { createFolderStore } from '../../lib/recordings/folder-store.ts';
import { siteOf } from '../../lib/site.ts';
import { openSession } from '../accounts/sign-in.ts';
import { createApp } from '../app.ts';
import { createAuth } from '../auth.ts';
import type { WebContext } from '../context.ts';
import { createEgressPort } from '../recording/egress/egress-port.ts';
import { createTokens } from '../tokens.ts';
import { createFakeLiveKit, type FakeLiveKit } from './fake-livekit.ts';

const apiKey = 'APItest';
const apiSecret = 'livekit-secret-of-at-least-32-characters';

/** The whole of web on a test database and a LiveKit in memory. */
export interface TestWeb {
  context: WebContext;
  app: Hono;
  rooms: FakeLiveKit;
  /** One HTTP request; JSON in, status and parsed JSON out. */
  request(
    method: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE',
    path: string,
    options?: { body?: unknown; token?: string; headers?: Record<string, string> },
  ): Promise<{ status: number; body: unknown; cookies: string }>;
  /** One HTTP request whose answer is not JSON, or whose headers matter. */
  fetch(path: string, init?: RequestInit): Promise<Response>;
  createMeeting(cookie?: string): Promise<{ meeting: MeetingView; hostCookie: string }>;
  /** Someone with an account, signed in by that cookie. The first one is the owner. */
  signIn(email?: string): Promise<{ user: User; cookie: string }>;
  join(code: string, name: string, headers?: Record<string, string>): Promise<Joined>;
  /** Sends a webhook as LiveKit would: signed, JSON, its own content type. */
  sendWebhook(event: object, options?: { secret?: string; body?: string }): Promise<number>;
}

/** `env` adds to the configuration. */
export function createTestWeb(
  database: Database,
  env: Record<string, string> = {},
  logger = createLogger('test', 'silent'),
): TestWeb {
  const config = readConfig({
    LIVEKIT_URL: 'ws://127.0.0.1:1',
    LIVEKIT_API_KEY: apiKey,
    LIVEKIT_API_SECRET: apiSecret,
    STT_BASE_URL: 'http://127.0.0.1:1/v1',
    STT_LANGUAGES: 'en',
    PARLEY_SECRET: 'parley-secret-of-at-least-32-characters',
    PARLEY_PUBLIC_URL: 'http://parley.test',
    ...env,
  });
  if (!config.livekit || !config.secret) throw new Error('the test configuration is incomplete');
  const rooms = createFakeLiveKit();
  const context: WebContext = {
    config,
    livekit: config.livekit,
    database,
    rooms,
    secret: config.secret,
    tokens: createTokens(config.secret),
    links: createInvitationLinks(config.secret, siteOf(config)),
    mailLinks: createMailLinks(config.secret, siteOf(config)),
    auth: createAuth({ config, secret: config.secret, database, logger }),
    recordings: createFolderStore(config.recordings.folder),
    egress: createEgressPort(config.livekit, config.recordings),
    archive: { meaning: null, writer: null },
    logger,
  };
  const app = createApp(context, { clientFolder: '.' });

  const request: TestWeb['request'] = async (method, path, { body, token, headers = {} } = {}) => {
    const answer = await app.request(`http://parley.test${path}`, {
      method,
      headers: {
        ...(body === undefined ? {} : { 'content-type': 'application/json' }),
        ...(token === undefined ? {} : { authorization: `Bearer ${token}` }),
        ...headers,
      },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
    const text = await answer.text();
    return {
      status: answer.status,
      body: text === '' ? null : JSON.parse(text),
      cookies: answer.headers
        .getSetCookie()
        .map((cookie) => cookie.split(';')[0])
        .join('; '),
    };
  };

  return {
    context,
    app,
    rooms,
    request,
    fetch: async (path, init) => app.request(`http://parley.test${path}`, init),
    async createMeeting(cookie) {
      const { body, cookies } = await request('POST', '/api/meetings', {
        body: { title: 'Test' },
        ...(cookie ? { headers: { cookie } } : {}),
      });
      return { meeting: (body as { meeting: MeetingView }).meeting, hostCookie: cookies };
    },
    async signIn(email = 'owner@example.test') {
      const user =
        (await findUserByEmail(database.db, email)) ??
        (await insertUser(
          database.db,
          {
            email,
            name: email.split('@')[0] ?? email,
            emailVerified: true,
            timeZone: 'UTC',
            passwordHash: noPassword,
          },
          (await hasOwner(database.db)) ? 'member' : 'owner',
        ));
      if (!user) throw new Error('no account was made');
      const answer = new Hono()
        .get('/', async (c) => {
          await openSession(context, c, user);
          return c.body(null);
        })
        .request('/');
      const [cookie = ''] = (await answer).headers.getSetCookie();
      return { user, cookie: cookie.split(';')[0] ?? '' };
    },
    async join(code, name, headers = {}) {
      const { body } = await request('POST', `/api/meetings/${code}/join`, {
        body: { name, consent: { noticeVersion: 3 } },
        headers,
      });
      return joinedSchema.parse(body);
    },
    async sendWebhook(event, { secret = apiSecret, body = JSON.stringify(event) } = {}) {
      const token = new AccessToken(apiKey, secret, { ttl: '5m' });
      token.sha256 = await sha256(JSON.stringify(event));
      const answer = await app.request('http://parley.test/api/webhooks/livekit', {
        method: 'POST',
        headers: { 'content-type': 'application/webhook+json', authorization: await token.toJwt() },
        body,
      });
      return answer.status;
    },
  };
}

/** Of no password, in the form of the hashes of accounts. */
const noPassword = `${'0'.repeat(32)}:${'0'.repeat(128)}`;

async function sha256(text: string): Promise<string> {
  const digest = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(text));
  return Buffer.from(digest).toString('base64');
}
