/** Owns the connection to the SMTP server. */
import { createTransport } from 'nodemailer';
import type { Mail } from '../../db/queries/mails.ts';
import type { Config } from '../../lib/config.ts';

export interface Mailer extends Disposable {
  /** Resolves when the server has taken the mail; rejects with nodemailer's error. */
  send(mail: Mail): Promise<void>;
}

/** Together shorter than the lease of a mail that is being sent. */
const timeouts = { connectionTimeout: 10_000, greetingTimeout: 10_000, socketTimeout: 20_000 };

export function createMailer({ smtpUrl, from }: NonNullable<Config['mail']>): Mailer {
  const transport = createTransport({ url: smtpUrl, ...timeouts });
  const domain = /@([^>\s]+)>?$/.exec(from)?.[1] ?? 'localhost';
  return {
    async send(mail) {
      const calendar = mail.attachments.find(isCalendar);
      await transport.sendMail({
        from,
        to: { name: '', address: mail.recipient },
        subject: mail.subject,
        html: mail.html,
        text: mail.text,
        // The same at every attempt: a mailbox can tell a repeated mail.
        messageId: `<${mail.messageId}@${domain}>`,
        date: mail.createdAt,
        headers: { 'Auto-Submitted': 'auto-generated', ...listHeaders(mail) },
        // Calendars answer an invitation only when it is a part of the message, not only a file beside it.
        ...(calendar ? { icalEvent: calendarPart(calendar) } : {}),
        attachments: mail.attachments
          .filter((each) => !isCalendar(each))
          .map(({ filename, contentType, content }) => ({ filename, contentType, content })),
        // Nothing in a mail may name a file or an address to read.
        disableFileAccess: true,
        disableUrlAccess: true,
      });
    },
    [Symbol.dispose]: () => transport.close(),
  };
}

/** What makes mailboxes show an "unsubscribe" of their own: RFC 2369 and RFC 8058. */
function listHeaders({ unsubscribeUrl }: Mail): Record<string, string> {
  if (unsubscribeUrl === null) return {};
  return {
    'List-Unsubscribe': `<${unsubscribeUrl}>`,
    'List-Unsubscribe-Post': 'List-Unsubscribe=One-Click',
  };
}

type Attachment = Mail['attachments'][number];

const isCalendar = ({ contentType }: Attachment) => contentType.startsWith('text/calendar');

function calendarPart({ filename, contentType, content }: Attachment) {
  return { filename, content, method: /method=(\w+)/i.exec(contentType)?.[1] ?? 'PUBLISH' };
}
