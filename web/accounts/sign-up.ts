import {
  findUserByEmail,
  hasOwner,
  insertUser,
  readWorkspace,
  type User,
} from '../../db/queries/accounts.ts';
import { enqueueMail } from '../../db/queries/mails.ts';
import { consumeVerification, findVerification, insertVerification } from '../../db/queries/verifications.ts';
import { ParleyError } from '../../lib/errors.ts';
import { renderMail } from '../../lib/mail/render-mail.ts';
import { limits } from '../../lib/messages.ts';
import { siteOf } from '../../lib/site.ts';
import { cleanText } from '../../lib/text.ts';
import type { WebContext } from '../context.ts';
import { alreadySignedUpMail, confirmSignUpMail } from '../mail/templates/account-mails.ts';
import { createLinkToken, linkIdentifier } from './link-token.ts';
import { refuseWeakPassword } from './password-rules.ts';
import { knownTimeZone } from './time-zone.ts';

const dayInSeconds = 24 * 3600;

interface Person {
  name: string;
  password: string;
  timeZone: string;
}

/** The first account. Of two at the same moment one becomes the owner, the other gets `conflict`. */
export async function createOwner(context: WebContext, person: Person & { email: string }): Promise<User> {
  const refuse = () => {
    throw new ParleyError('conflict', 'This installation has an owner already. Sign in, or ask them.');
  };
  if (await hasOwner(context.database.db)) return refuse();
  const user = await makeUser(context, { ...person, emailVerified: false }, 'owner');
  return user ?? refuse();
}

/**
 * Sends a link to an address, by which an account can be made; one that has an account gets a mail that says so.
 * The caller cannot tell which. Throws `forbidden` when people may not make accounts by themselves.
 */
export async function beginSignUp(context: WebContext, email: string): Promise<void> {
  const { db } = context.database;
  await refuseClosedSignUp(context);
  const site = siteOf(context.config);
  const existing = await findUserByEmail(db, email);
  const token = createLinkToken();
  const mail = existing
    ? alreadySignedUpMail({ name: existing.name, site })
    : confirmSignUpMail({ url: `${site}/sign-up/confirm#${token}`, site });
  const body = await renderMail(mail.template);
  await db.transaction(async (tx) => {
    const identifier = linkIdentifier('sign-up', token);
    if (!existing) {
      await insertVerification(tx, { identifier, value: email.toLowerCase(), lifetimeSeconds: dayInSeconds });
    }
    await enqueueMail(tx, {
      dedupeKey: identifier,
      kind: 'sign-up',
      recipient: email,
      subject: mail.subject,
      ...body,
    });
  });
}

/** Makes the account of a link's address. Throws `not_found` when the link is used or too old. */
export async function confirmSignUp(
  context: WebContext,
  { token, ...person }: Person & { token: string },
): Promise<User> {
  await refuseClosedSignUp(context);
  const identifier = linkIdentifier('sign-up', token);
  const email = await findVerification(context.database.db, identifier);
  if (email === null) throw usedLink();
  const user = await makeUser(context, { ...person, email, emailVerified: true }, 'member', identifier);
  if (!user) throw usedLink();
  return user;
}

export const usedLink = () =>
  new ParleyError('not_found', 'This link was used already or is too old. Ask for a new one.');

/** Without a valid name or password it throws; null when the address has an account or the link is used up. */
async function makeUser(
  { auth, database }: WebContext,
  { name, password, timeZone, email, emailVerified }: Person & { email: string; emailVerified: boolean },
  role: User['role'],
  link?: string,
): Promise<User | null> {
  const clean = cleanText(name, limits.name);
  if (clean === '') throw new ParleyError('bad_request', 'Please enter your name.');
  refuseWeakPassword(password, email);
  const zone = knownTimeZone(timeZone);
  const passwordHash = await (await auth.$context).password.hash(password);
  return database.db.transaction(async (tx) => {
    if (link && (await consumeVerification(tx, link)) === null) return null;
    return insertUser(tx, { name: clean, email, emailVerified, timeZone: zone, passwordHash }, role);
  });
}

async function refuseClosedSignUp({ database: { db } }: WebContext): Promise<void> {
  if (!(await readWorkspace(db)).openSignUp) {
    throw new ParleyError('forbidden', 'The owner of this installation makes the accounts here. Ask them.');
  }
}
