/** Who is signed in. Everything that asks goes through here. */
import { randomBytes } from 'node:crypto';
import type { Context } from 'hono';
import { getSignedCookie, setCookie, setSignedCookie } from 'hono/cookie';
import type { User } from '../db/queries/accounts.ts';
import { findLiveSession, rotateSession, type Session, sessionTimes } from '../db/queries/sessions.ts';
import { ParleyError } from '../lib/errors.ts';
import type { WebContext } from './context.ts';

export type { User } from '../db/queries/accounts.ts';

export interface SignedIn {
  user: User;
  session: Session;
}

const known = new WeakMap<Request, Promise<SignedIn | null>>();

/** The account of the request's session cookie, or null. Renews the cookie when its time has come. */
export async function currentUser(context: WebContext, c: Context): Promise<User | null> {
  return (await currentSession(context, c))?.user ?? null;
}

/** As `currentUser`; throws `unauthorized` when nobody is signed in. */
export async function requireUser(context: WebContext, c: Context): Promise<User> {
  return (await requireSession(context, c)).user;
}

/** As `requireUser`; throws `forbidden` for everyone but the owner of the installation. */
export async function requireOwner(context: WebContext, c: Context): Promise<User> {
  const user = await requireUser(context, c);
  if (user.role !== 'owner') throw new ParleyError('forbidden', 'Only the owner of this installation may.');
  return user;
}

export async function requireSession(context: WebContext, c: Context): Promise<SignedIn> {
  const signedIn = await currentSession(context, c);
  if (!signedIn) throw new ParleyError('unauthorized', 'Please sign in.');
  return signedIn;
}

/** The request's session, read once per request. */
export function currentSession(context: WebContext, c: Context): Promise<SignedIn | null> {
  const reading = known.get(c.req.raw) ?? readSession(context, c);
  known.set(c.req.raw, reading);
  return reading;
}

async function readSession(context: WebContext, c: Context): Promise<SignedIn | null> {
  const { secret, authCookies } = await context.auth.$context;
  const token = await getSignedCookie(c, secret, authCookies.sessionToken.name);
  if (!token) return null;
  const { db } = context.database;
  const found = await findLiveSession(db, token);
  if (!found) return null;
  const { user } = found;
  // The answer that carried the newer token may not have arrived.
  let session = found.session;
  if (session.token === token && found.rotate) {
    session = (await rotateSession(db, token, newSessionToken())) ?? session;
  }
  if (session.token !== token) await sendSessionCookie(context, c, session);
  return { user, session };
}

/** 192 random bits. */
export function newSessionToken(): string {
  return randomBytes(24).toString('base64url');
}

export async function sendSessionCookie(context: WebContext, c: Context, session: Session): Promise<void> {
  const { secret, authCookies } = await context.auth.$context;
  const { name, attributes } = authCookies.sessionToken;
  await setSignedCookie(c, name, session.token, secret, {
    httpOnly: true,
    sameSite: 'Lax',
    path: '/',
    secure: attributes.secure ?? false,
    maxAge: sessionTimes.idle,
  });
}

export async function dropSessionCookie(context: WebContext, c: Context): Promise<void> {
  const { authCookies } = await context.auth.$context;
  const { name, attributes } = authCookies.sessionToken;
  setCookie(c, name, '', {
    httpOnly: true,
    sameSite: 'Lax',
    path: '/',
    secure: attributes.secure ?? false,
    maxAge: 0,
  });
}
