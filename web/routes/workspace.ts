import { Hono } from 'hono';
import { readWorkspace, saveWorkspace } from '../../db/queries/accounts.ts';
import { findMail, listMails, type MailSummary as StoredMail } from '../../db/queries/mails.ts';
import { type Resending, resendMail } from '../../db/queries/resend-mail.ts';
import { changeWorkspaceSchema, type MailSummary } from '../../lib/account-messages.ts';
import { ParleyError } from '../../lib/errors.ts';
import type { WebContext } from '../context.ts';
import { parseBody } from '../parse-body.ts';
import { requireOwner } from '../session.ts';

const pageSize = 50;

/** What the owner of the installation decides and sees: its settings, and every mail. */
export function workspaceRoutes(context: WebContext): Hono {
  const { db } = context.database;
  const sendsMail = context.config.mail !== null;
  const app = new Hono();

  app.get('/', async (c) => {
    await requireOwner(context, c);
    return c.json(await readWorkspace(db));
  });

  app.post('/', async (c) => {
    await requireOwner(context, c);
    await saveWorkspace(db, await parseBody(c, changeWorkspaceSchema));
    return c.json(await readWorkspace(db));
  });

  app.get('/outbox', async (c) => {
    await requireOwner(context, c);
    const found = await listMails(db, { limit: pageSize + 1, before: c.req.query('before') ?? null });
    const page = found.slice(0, pageSize);
    const next = found.length > pageSize ? (page.at(-1)?.id ?? null) : null;
    return c.json({ mails: page.map(mailView), next, sendsMail });
  });

  app.get('/outbox/:id', async (c) => {
    await requireOwner(context, c);
    const mail = await findMail(db, c.req.param('id'));
    if (!mail) throw new ParleyError('not_found', 'There is no such mail.');
    const { messageId, html, text, attachments } = mail;
    return c.json({ mail: { ...mailView(mail), messageId, html, text, attachments } });
  });

  app.post('/outbox/:id/resend', async (c) => {
    await requireOwner(context, c);
    const mail = await findMail(db, c.req.param('id'));
    if (!mail) throw new ParleyError('not_found', 'There is no such mail.');
    const resending = await resendMail(db, mail);
    if (resending !== 'waiting') throw new ParleyError('conflict', whyNotResent[resending]);
    return c.body(null, 204);
  });

  return app;
}

const whyNotResent: Record<Exclude<Resending, 'waiting'>, string> = {
  sent: 'This mail was sent.',
  kept: 'This mail was written while no mail server was set. Pass on its links yourself.',
  unsubscribed: 'Whoever it is for has unsubscribed.',
};

function mailView({ createdAt, sentAt, ...mail }: StoredMail): MailSummary {
  const { id, kind, recipient, subject, status, attempts, lastError } = mail;
  const createdAtMs = createdAt.getTime();
  return {
    id,
    kind,
    recipient,
    subject,
    status,
    attempts,
    lastError,
    createdAtMs,
    sentAtMs: sentAt?.getTime() ?? null,
  };
}
