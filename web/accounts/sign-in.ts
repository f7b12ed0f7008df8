import type { Context } from 'hono';
import { findPasswordHash, findUserByEmail, type User } from '../../db/queries/accounts.ts';
import { insertSession } from '../../db/queries/sessions.ts';
import type { SignInService } from '../../lib/account-messages.ts';
import { ParleyError } from '../../lib/errors.ts';
import { siteOf } from '../../lib/site.ts';
import type { WebContext } from '../context.ts';
import { newSessionToken, sendSessionCookie } from '../session.ts';

/** The account of an address and its password. Throws `unauthorized`, alike in words and time for every reason. */
export async function signInWithPassword(
  { auth, database: { db } }: WebContext,
  { email, password }: { email: string; password: string },
): Promise<User> {
  const { password: hasher } = await auth.$context;
  const user = await findUserByEmail(db, email);
  const hash = user && (await findPasswordHash(db, user.id));
  // Without a password to compare with, the same work is done for nothing.
  const right = hash ? await hasher.verify({ hash, password }) : (await hasher.hash(password)) === '';
  if (!user || !right) throw new ParleyError('unauthorized', 'This address and password do not go together.');
  return user;
}

/** A new session, and its cookie with the answer. Never an old one: a token from before means nothing. */
export async function openSession(context: WebContext, c: Context, user: User): Promise<void> {
  const session = await insertSession(context.database.db, {
    userId: user.id,
    token: newSessionToken(),
    userAgent: (c.req.header('user-agent') ?? '').slice(0, 300),
  });
  await sendSessionCookie(context, c, session);
}

/** Where the browser goes to sign in at another service; it comes back to `to`. */
export async function startServiceSignIn(
  { auth, config }: WebContext,
  c: Context,
  service: SignInService,
  to: string,
): Promise<string> {
  if (!config.signInWith[service]) {
    throw new ParleyError('not_found', 'This installation does not offer that service.');
  }
  const site = siteOf(config);
  const { headers, response } = await auth.api.signInSocial({
    body: {
      provider: service,
      callbackURL: `${site}${to}`,
      errorCallbackURL: `${site}/sign-in`,
      disableRedirect: true,
    },
    headers: c.req.raw.headers,
    returnHeaders: true,
  });
  for (const cookie of headers.getSetCookie()) c.header('set-cookie', cookie, { append: true });
  if (!response.url) throw new ParleyError('unavailable', 'This service cannot be used right now.');
  return response.url;
}
