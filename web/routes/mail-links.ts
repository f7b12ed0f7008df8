import { type Context, Hono } from 'hono';
import { findParticipant } from '../../db/queries/participants.ts';
import { listOptOuts, setOptOut } from '../../db/queries/summary-mails.ts';
import { ParleyError } from '../../lib/errors.ts';
import { openReadLinkSchema, type Subscription } from '../../lib/mail-messages.ts';
import type { WebContext } from '../context.ts';
import { parseBody } from '../parse-body.ts';
import { rememberReader } from '../remembered-person.ts';

/** What the links in summary mails lead to: reading a meeting without an account, and getting no more mails. */
export function mailLinkRoutes(context: WebContext): Hono {
  const { db } = context.database;
  const app = new Hono();

  app.get('/unsubscribe/:token', async (c) => {
    const address = addressOf(context, c);
    const subscribed = (await listOptOuts(db, [address])).length === 0;
    return c.json({ address, subscribed } satisfies Subscription);
  });

  // Mailboxes post a form here, whose only word is that it is one click: there is nothing to read.
  app.post('/unsubscribe/:token', async (c) => {
    const address = addressOf(context, c);
    await setOptOut(db, address, true);
    return c.json({ address, subscribed: false } satisfies Subscription);
  });

  app.delete('/unsubscribe/:token', async (c) => {
    const address = addressOf(context, c);
    await setOptOut(db, address, false);
    return c.json({ address, subscribed: true } satisfies Subscription);
  });

  app.post('/read-links', async (c) => {
    const { token } = await parseBody(c, openReadLinkSchema);
    const reader = context.mailLinks.readReader(token, Date.now());
    const person = reader && (await findParticipant(db, reader.meetingId, reader.participantId));
    if (!reader || person?.admission !== 'admitted') throw brokenLink();
    rememberReader(context, c, reader, token);
    return c.json({ meetingId: reader.meetingId });
  });

  return app;
}

function addressOf({ mailLinks }: WebContext, c: Context): string {
  const address = mailLinks.readUnsubscribe(c.req.param('token') ?? '');
  if (address === null) throw brokenLink();
  return address;
}

const brokenLink = () =>
  new ParleyError('not_found', 'This link is cut off, or its time is over. Open it from the mail again.');
