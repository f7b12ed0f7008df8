import { type Context, Hono } from 'hono';
import { findPasswordHash, hasOwner, readWorkspace, type User } from '../../db/queries/accounts.ts';
import { readMyData } from '../../db/queries/my-data.ts';
import { deleteSession, deleteSessions, listSessions } from '../../db/queries/sessions.ts';
import {
  changePasswordSchema,
  changeProfileSchema,
  confirmSignUpSchema,
  createOwnerSchema,
  emailSchema,
  resetPasswordSchema,
  signInSchema,
  useServiceSchema,
} from '../../lib/account-messages.ts';
import { ParleyError } from '../../lib/errors.ts';
import { deleteAccountSchema } from '../../lib/my-data.ts';
import { accountView } from '../accounts/account-view.ts';
import { changePassword } from '../accounts/change-password.ts';
import { changeProfile } from '../accounts/change-profile.ts';
import { deleteAccount } from '../accounts/delete-account.ts';
import { inEqualTime } from '../accounts/equal-time.ts';
import { beginPasswordReset, resetPassword } from '../accounts/reset-password.ts';
import { openSession, signInWithPassword, startServiceSignIn } from '../accounts/sign-in.ts';
import { beginSignUp, confirmSignUp, createOwner } from '../accounts/sign-up.ts';
import { mountedAuthPaths } from '../auth.ts';
import type { WebContext } from '../context.ts';
import { attachmentHeader } from '../exports/file-name.ts';
import { parseBody } from '../parse-body.ts';
import { forgiveRate, limitRate } from '../rate-limit.ts';
import { currentUser, dropSessionCookie, requireSession } from '../session.ts';

const quarterHourMs = 15 * 60_000;
const attempts = {
  signInAt: { name: 'sign-in-at', max: 10, windowMs: quarterHourMs },
  signIn: { name: 'sign-in', max: 60, windowMs: quarterHourMs },
  mailTo: { name: 'mail-to', max: 3, windowMs: quarterHourMs },
  mail: { name: 'mail', max: 20, windowMs: quarterHourMs },
  link: { name: 'link', max: 30, windowMs: quarterHourMs },
  password: { name: 'password', max: 10, windowMs: quarterHourMs },
  data: { name: 'my-data', max: 10, windowMs: quarterHourMs },
} as const;

/** Accounts: the first one, sign-up, sign-in, passwords, sessions. */
export function authRoutes(context: WebContext): Hono {
  const { config, database } = context;
  const app = new Hono();

  const signedIn = async (c: Context, user: User, status: 200 | 201) => {
    await openSession(context, c, user);
    return c.json({ account: accountView(user) }, status);
  };
  const limitMails = async (c: Context, email: string) => {
    await limitRate(context, c, attempts.mail);
    await limitRate(context, c, attempts.mailTo, email);
  };

  app.get('/state', async (c) => {
    const user = await currentUser(context, c);
    const [owned, workspace] = await Promise.all([hasOwner(database.db), readWorkspace(database.db)]);
    return c.json({
      account: user ? accountView(user) : null,
      firstRun: !owned,
      openSignUp: workspace.openSignUp,
      services: (['github', 'google'] as const).filter((service) => config.signInWith[service]),
      sendsMail: config.mail !== null,
    });
  });

  app.post('/owner', async (c) => {
    const person = await parseBody(c, createOwnerSchema);
    await limitRate(context, c, attempts.link);
    return signedIn(c, await createOwner(context, person), 201);
  });

  app.post('/sign-up', async (c) => {
    const { email } = await parseBody(c, emailSchema);
    await limitMails(c, email);
    await inEqualTime(beginSignUp(context, email));
    return c.json({ accepted: true });
  });

  app.post('/sign-up/confirm', async (c) => {
    const request = await parseBody(c, confirmSignUpSchema);
    await limitRate(context, c, attempts.link);
    return signedIn(c, await confirmSignUp(context, request), 201);
  });

  app.post('/sign-in', async (c) => {
    const { email, password } = await parseBody(c, signInSchema);
    await limitRate(context, c, attempts.signIn);
    await limitRate(context, c, attempts.signInAt, email);
    const user = await signInWithPassword(context, { email, password });
    await forgiveRate(context, c, attempts.signInAt, email);
    return signedIn(c, user, 200);
  });

  app.post('/service', async (c) => {
    const { service, to } = await parseBody(c, useServiceSchema);
    await limitRate(context, c, attempts.link);
    return c.json({ url: await startServiceSignIn(context, c, service, to) });
  });

  app.post('/sign-out', async (c) => {
    const { user, session } = await requireSession(context, c);
    await deleteSession(database.db, user.id, session.id);
    await dropSessionCookie(context, c);
    return c.body(null, 204);
  });

  app.post('/sign-out-everywhere', async (c) => {
    const { user } = await requireSession(context, c);
    await deleteSessions(database.db, user.id);
    await dropSessionCookie(context, c);
    return c.body(null, 204);
  });

  app.post('/password/forgot', async (c) => {
    const { email } = await parseBody(c, emailSchema);
    await limitMails(c, email);
    await inEqualTime(beginPasswordReset(context, email));
    return c.json({ accepted: true });
  });

  app.post('/password/reset', async (c) => {
    const request = await parseBody(c, resetPasswordSchema);
    await limitRate(context, c, attempts.link);
    return signedIn(c, await resetPassword(context, request), 200);
  });

  app.post('/password/change', async (c) => {
    const { user } = await requireSession(context, c);
    const { current, password } = await parseBody(c, changePasswordSchema);
    await limitRate(context, c, attempts.password, user.id);
    await changePassword(context, user, { current, password });
    return signedIn(c, user, 200);
  });

  app.post('/profile', async (c) => {
    const { user } = await requireSession(context, c);
    const changed = await changeProfile(context, user, await parseBody(c, changeProfileSchema));
    return c.json({ account: accountView(changed) });
  });

  app.get('/my-data', async (c) => {
    const { user } = await requireSession(context, c);
    await limitRate(context, c, attempts.data, user.id);
    const data = await readMyData(database.db, user, new Date());
    c.header('Content-Disposition', attachmentHeader('parley-my-data.json'));
    return c.json(data);
  });

  app.post('/delete', async (c) => {
    const { user } = await requireSession(context, c);
    const wish = await parseBody(c, deleteAccountSchema);
    await limitRate(context, c, attempts.password, user.id);
    await deleteAccount(context, user, wish);
    await dropSessionCookie(context, c);
    return c.body(null, 204);
  });

  app.get('/sessions', async (c) => {
    const { user, session } = await requireSession(context, c);
    const sessions = await listSessions(database.db, user.id);
    return c.json({
      sessions: sessions.map((each) => ({
        id: each.id,
        current: each.id === session.id,
        userAgent: each.userAgent ?? '',
        createdAtMs: each.createdAt.getTime(),
        seenAtMs: each.updatedAt.getTime(),
      })),
      hasPassword: (await findPasswordHash(database.db, user.id)) !== null,
    });
  });

  app.post('/sessions/:id/end', async (c) => {
    const { user } = await requireSession(context, c);
    if (!(await deleteSession(database.db, user.id, c.req.param('id')))) {
      throw new ParleyError('not_found', 'This session is over already.');
    }
    return c.body(null, 204);
  });

  for (const path of mountedAuthPaths) app.get(path, (c) => context.auth.handler(c.req.raw));
  return app;
}
