import { and, asc, desc, eq, inArray, lt, lte, sql } from 'drizzle-orm';
import { ParleyError } from '../../lib/errors.ts';
import { createId, type MeetingId } from '../../lib/ids.ts';
import type { Db, Tx } from '../database.ts';
import { type MailAttachment, mails } from '../schema/mails.ts';

/** Postgres channel that wakes the sender. */
export const mailChannel = 'parley_mail';

export type Mail = typeof mails.$inferSelect;

export interface NewMail {
  /** What the mail is, once: a second one with the same key is not written. */
  dedupeKey: string;
  kind: string;
  /** One bare address. */
  recipient: string;
  subject: string;
  html: string;
  text: string;
  attachments?: MailAttachment[];
  /** Of a mail about what a meeting left behind. */
  meetingId?: MeetingId;
  /** Where a mailbox unsubscribes by one POST. */
  unsubscribeUrl?: string;
}

// biome-ignore lint/suspicious/noControlCharactersInRegex: a line break in a header begins another header
const control = /[\u0000-\u001f\u007f]/;
const address = /^[^\s@<>,;:"()[\]\\]+@[^\s@<>,;:"()[\]\\]+$/;

/**
 * Writes a mail in the caller's transaction; it is sent when that commits. False when one with this key was
 * written before. Throws `bad_request` for anything that could put a second line into a header.
 */
export async function enqueueMail(tx: Tx, mail: NewMail): Promise<boolean> {
  refuseUnsafeHeaders(mail);
  const id = createId('eml');
  const rows = await tx
    .insert(mails)
    .values({
      ...mail,
      id,
      html: mail.html.replaceAll('\0', ''),
      text: mail.text.replaceAll('\0', ''),
      messageId: id.toLowerCase(),
      status: 'queued',
    })
    .onConflictDoNothing({ target: mails.dedupeKey })
    .returning({ id: mails.id });
  if (rows.length > 0) await tx.execute(sql`select pg_notify(${mailChannel}, '')`);
  return rows.length > 0;
}

function refuseUnsafeHeaders({ recipient, subject, attachments = [] }: NewMail): void {
  if (recipient.length > 254 || !address.test(recipient)) {
    throw new ParleyError('bad_request', 'This is not an e-mail address.');
  }
  const headers = [recipient, subject, ...attachments.flatMap((each) => [each.filename, each.contentType])];
  if (headers.some((header) => control.test(header))) {
    throw new ParleyError('bad_request', 'A mail cannot have a line break in its subject or its addresses.');
  }
}

/** Takes up to `limit` mails that are due and hides them from other senders for `leaseMs`. */
export function claimDueMails(
  db: Db,
  { limit, leaseMs }: { limit: number; leaseMs: number },
): Promise<Mail[]> {
  const due = db.$with('due').as(
    db
      .select({ id: mails.id })
      .from(mails)
      .where(and(eq(mails.status, 'queued'), lte(mails.dueAt, sql`now()`)))
      .orderBy(asc(mails.dueAt))
      .limit(limit)
      .for('update', { skipLocked: true }),
  );
  return db
    .with(due)
    .update(mails)
    .set({
      attempts: sql`${mails.attempts} + 1`,
      dueAt: sql`now() + make_interval(secs => ${leaseMs / 1000})`,
    })
    .where(inArray(mails.id, sql`(select id from ${due})`))
    .returning();
}

/** `forget`: the text held a secret that only the recipient may have, and is not kept. */
export async function markMailSent(db: Tx, id: string, { forget }: { forget: boolean }): Promise<void> {
  const gone = 'The text of this mail held a link for its recipient only. It was sent and not kept.';
  await db
    .update(mails)
    .set({
      status: 'sent',
      sentAt: sql`now()`,
      lastError: null,
      ...(forget ? { html: `<p>${gone}</p>`, text: gone } : {}),
    })
    .where(eq(mails.id, id));
}

/** Tries a mail again after `retryInMs`, or never when that is null. */
export async function markMailFailed(
  db: Tx,
  { id, reason, retryInMs }: { id: string; reason: string; retryInMs: number | null },
): Promise<void> {
  await db
    .update(mails)
    .set({
      lastError: reason.replaceAll('\0', '').slice(0, 2_000),
      ...(retryInMs === null
        ? { status: 'failed' as const }
        : { dueAt: sql`now() + make_interval(secs => ${retryInMs / 1000})` }),
    })
    .where(and(eq(mails.id, id), eq(mails.status, 'queued')));
}

/** Keeps a mail that waits: without SMTP, and not to be sent by surprise when SMTP is configured later. */
export async function keepMail(db: Tx, id: string): Promise<void> {
  await db
    .update(mails)
    .set({ status: 'kept' })
    .where(and(eq(mails.id, id), eq(mails.status, 'queued')));
}

export type MailSummary = Omit<
  Mail,
  'html' | 'text' | 'attachments' | 'dedupeKey' | 'messageId' | 'meetingId' | 'unsubscribeUrl'
>;

/** Newest first, `limit` at a time; `before` is the id of the last one that was given. */
export function listMails(
  db: Tx,
  { limit, before }: { limit: number; before: string | null },
): Promise<MailSummary[]> {
  return db
    .select({
      id: mails.id,
      kind: mails.kind,
      recipient: mails.recipient,
      subject: mails.subject,
      status: mails.status,
      attempts: mails.attempts,
      dueAt: mails.dueAt,
      lastError: mails.lastError,
      createdAt: mails.createdAt,
      sentAt: mails.sentAt,
    })
    .from(mails)
    .where(before === null ? undefined : lt(mails.id, before))
    .orderBy(desc(mails.id))
    .limit(limit);
}

export async function findMail(db: Tx, id: string): Promise<Mail | null> {
  const [row] = await db.select().from(mails).where(eq(mails.id, id));
  return row ?? null;
}
