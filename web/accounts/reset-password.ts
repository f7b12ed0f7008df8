import type { Tx } from '../../db/database.ts';
import { findUser, findUserByEmail, setPassword, type User } from '../../db/queries/accounts.ts';
import { enqueueMail } from '../../db/queries/mails.ts';
import { deleteSessions } from '../../db/queries/sessions.ts';
import { consumeVerification, findVerification, insertVerification } from '../../db/queries/verifications.ts';
import { renderMail } from '../../lib/mail/render-mail.ts';
import { siteOf } from '../../lib/site.ts';
import type { WebContext } from '../context.ts';
import { passwordResetMail } from '../mail/templates/account-mails.ts';
import { createLinkToken, linkIdentifier } from './link-token.ts';
import { refuseWeakPassword } from './password-rules.ts';
import { usedLink } from './sign-up.ts';

const hourInSeconds = 3600;

/** Sends a link for a new password, if the address has an account. The caller cannot tell whether it has. */
export async function beginPasswordReset(context: WebContext, email: string): Promise<void> {
  const { db } = context.database;
  const user = await findUserByEmail(db, email);
  if (!user) return;
  await db.transaction(async (tx) => {
    const { identifier, url } = await storeResetLink(tx, siteOf(context.config), user);
    const { subject, template } = passwordResetMail({ name: user.name, url });
    const body = await renderMail(template);
    await enqueueMail(tx, {
      dedupeKey: identifier,
      kind: 'password-reset',
      recipient: user.email,
      subject,
      ...body,
    });
  });
}

/** A new link by which this account chooses a password; it stands beside earlier ones. */
export async function storeResetLink(
  tx: Tx,
  site: string,
  user: User,
): Promise<{ identifier: string; url: string }> {
  const token = createLinkToken();
  const identifier = linkIdentifier('reset-password', token);
  await insertVerification(tx, { identifier, value: user.id, lifetimeSeconds: hourInSeconds });
  return { identifier, url: `${site}/reset-password#${token}` };
}

/** Sets the password and signs the account out everywhere. Throws `not_found` when the link is used or too old. */
export async function resetPassword(
  { auth, database: { db } }: WebContext,
  { token, password }: { token: string; password: string },
): Promise<User> {
  const identifier = linkIdentifier('reset-password', token);
  const userId = await findVerification(db, identifier);
  const user = userId === null ? null : await findUser(db, userId);
  if (!user) throw usedLink();
  refuseWeakPassword(password, user.email);
  const passwordHash = await (await auth.$context).password.hash(password);
  return db.transaction(async (tx) => {
    if ((await consumeVerification(tx, identifier)) === null) throw usedLink();
    await setPassword(tx, user.id, passwordHash);
    await deleteSessions(tx, user.id);
    return user;
  });
}
