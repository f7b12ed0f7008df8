import { index, integer, jsonb, pgTable, text } from 'drizzle-orm/pg-core';
import type { MeetingId } from '../../lib/ids.ts';
import { meetings } from './meetings.ts';
import { moment } from './moment.ts';

export interface MailAttachment {
  filename: string;
  /** Media type with parameters, such as `text/calendar; method=REQUEST; charset=utf-8`. */
  contentType: string;
  content: string;
}

/** Every mail, written before it is sent. Without SMTP it is kept and can be read on the outbox page. */
export const mails = pgTable(
  'mails',
  {
    id: text('id').primaryKey(),
    /** What the mail is, once: a second mail with the same key is not written. */
    dedupeKey: text('dedupe_key').notNull().unique(),
    kind: text('kind').notNull(),
    recipient: text('recipient').notNull(),
    subject: text('subject').notNull(),
    html: text('html').notNull(),
    text: text('text').notNull(),
    attachments: jsonb('attachments').$type<MailAttachment[]>().notNull().default([]),
    /** Of mails about what a meeting left behind, which go when it goes. */
    meetingId: text('meeting_id')
      .$type<MeetingId>()
      .references(() => meetings.id, { onDelete: 'cascade' }),
    /** Where a mailbox unsubscribes by one POST (RFC 8058); null for mails that are not sent to a list. */
    unsubscribeUrl: text('unsubscribe_url'),
    /** Left of the `@` of its Message-ID; the sender's domain follows. */
    messageId: text('message_id').notNull(),
    status: text('status').$type<'kept' | 'queued' | 'sent' | 'failed'>().notNull(),
    attempts: integer('attempts').notNull().default(0),
    dueAt: moment('due_at').notNull().defaultNow(),
    lastError: text('last_error'),
    createdAt: moment('created_at').notNull().defaultNow(),
    sentAt: moment('sent_at'),
  },
  (t) => [index('mails_due').on(t.status, t.dueAt), index('mails_meeting').on(t.meetingId)],
);

/** Addresses that want no summaries by mail. */
export const mailOptOuts = pgTable('mail_opt_outs', {
  /** Lower case. */
  address: text('address').primaryKey(),
  createdAt: moment('created_at').notNull().defaultNow(),
});
