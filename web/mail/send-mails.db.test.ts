import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { eq, sql } from 'drizzle-orm';
import PostalMime, { type Email } from 'postal-mime';
import { SMTPServer } from 'smtp-server';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Database } from '../../db/database.ts';
import { enqueueMail, type NewMail } from '../../db/queries/mails.ts';
import { listStages } from '../../db/queries/stages.ts';
import { writeSummaryMails } from '../../db/queries/summary-mails.ts';
import { mails } from '../../db/schema/mails.ts';
import { createId } from '../../lib/ids.ts';
import { createLogger } from '../../lib/logger.ts';
import { createTestDatabase } from '../../local/testing/test-database.ts';
import { createMailer } from './mailer.ts';
import { runMailSender, sendDueMails } from './send-mails.ts';

/** A real SMTP server on loopback that keeps what it takes. */
async function startSmtp(
  answerTo: (recipient: string) => number | null = () => null,
  answerFrom: () => number | null = () => null,
) {
  const received: { to: string[]; mail: Email; raw: string }[] = [];
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS'],
    onMailFrom(_address, _session, done) {
      const status = answerFrom();
      done(status === null ? null : Object.assign(new Error('not you'), { responseCode: status }));
    },
    onRcptTo({ address }, _session, done) {
      const status = answerTo(address);
      done(status === null ? null : Object.assign(new Error('not now'), { responseCode: status }));
    },
    async onData(stream, session, done) {
      const chunks: Buffer[] = [];
      for await (const chunk of stream) chunks.push(chunk as Buffer);
      const raw = Buffer.concat(chunks).toString();
      received.push({
        to: session.envelope.rcptTo.map(({ address }) => address),
        mail: await PostalMime.parse(raw),
        raw,
      });
      done();
    },
  });
  server.listen(0, '127.0.0.1');
  await once(server.server, 'listening');
  const { port } = server.server.address() as AddressInfo;
  const mailer = createMailer({
    smtpUrl: `smtp://127.0.0.1:${port}`,
    from: 'Parley <parley@meet.example>',
  });
  return {
    received,
    mailer,
    async [Symbol.asyncDispose]() {
      mailer[Symbol.dispose]();
      await new Promise<void>((resolve) => server.close(() => resolve()));
    },
  };
}

let database: Database & AsyncDisposable;
beforeEach(async () => {
  database = await createTestDatabase();
});
afterEach(() => database[Symbol.asyncDispose]());

const logger = createLogger('test', 'silent');
const letter: NewMail = {
  dedupeKey: 'letter',
  kind: 'invitation',
  recipient: 'ben@example.test',
  subject: 'Wöchentliche Planung',
  html: '<p>Come</p>',
  text: 'Come',
};
const enqueue = (change: Partial<NewMail> = {}) => enqueueMail(database.db, { ...letter, ...change });
const rowOf = async (dedupeKey = 'letter') => {
  const [row] = await database.db.select().from(mails).where(eq(mails.dedupeKey, dedupeKey));
  return row;
};
const makeDue = () => database.db.update(mails).set({ dueAt: sql`now()` });

describe(sendDueMails, () => {
  it('sends a mail once, as text and HTML, also when it is written twice and two processes send', async () => {
    await using smtp = await startSmtp();
    expect([await enqueue(), await enqueue()]).toEqual([true, false]);
    const send = () => sendDueMails({ database, mailer: smtp.mailer, logger });
    await Promise.all([send(), send(), send()]);
    await send();
    expect(smtp.received).toHaveLength(1);
    const [{ to, mail } = { to: [], mail: null }] = smtp.received;
    expect(to).toEqual(['ben@example.test']);
    expect(mail).toMatchObject({ subject: 'Wöchentliche Planung', text: 'Come\n', html: '<p>Come</p>\n' });
    const row = await rowOf();
    expect(row).toMatchObject({ status: 'sent', attempts: 1, html: '<p>Come</p>' });
    expect(mail?.messageId).toBe(`<${row?.messageId}@meet.example>`);
  });

  it('tries again after a 4xx, under the same Message-ID', async () => {
    let busy = true;
    await using smtp = await startSmtp(() => (busy ? 451 : null));
    await enqueue();
    await sendDueMails({ database, mailer: smtp.mailer, logger });
    const waiting = await rowOf();
    expect(waiting).toMatchObject({ status: 'queued', attempts: 1 });
    expect(waiting?.lastError).toContain('not now');
    expect(waiting?.dueAt.getTime()).toBeGreaterThan(Date.now() + 5_000);
    busy = false;
    await makeDue();
    await sendDueMails({ database, mailer: smtp.mailer, logger });
    expect(smtp.received).toHaveLength(1);
    expect(smtp.received[0]?.mail.messageId).toBe(`<${waiting?.messageId}@meet.example>`);
    expect(await rowOf()).toMatchObject({ status: 'sent', attempts: 2, lastError: null });
  });

  it('gives up a mail that the server refuses for good, and sends the others', async () => {
    await using smtp = await startSmtp((recipient) => (recipient.startsWith('gone') ? 550 : null));
    await enqueue({ dedupeKey: 'gone', recipient: 'gone@example.test' });
    await enqueue();
    await sendDueMails({ database, mailer: smtp.mailer, logger });
    expect(await rowOf('gone')).toMatchObject({ status: 'failed', attempts: 1 });
    expect(await rowOf()).toMatchObject({ status: 'sent' });
  });

  it('keeps a mail for a server that refuses its sender until somebody has put that right', async () => {
    let isRight = false;
    await using smtp = await startSmtp(undefined, () => (isRight ? null : 530));
    await enqueue();
    await sendDueMails({ database, mailer: smtp.mailer, logger });
    expect(await rowOf()).toMatchObject({ status: 'queued', attempts: 1 });
    isRight = true;
    await makeDue();
    await sendDueMails({ database, mailer: smtp.mailer, logger });
    expect(await rowOf()).toMatchObject({ status: 'sent' });
  });

  it('keeps a mail for a server that is away', async () => {
    const smtp = await startSmtp();
    await enqueue();
    await smtp[Symbol.asyncDispose]();
    await sendDueMails({ database, mailer: smtp.mailer, logger });
    expect(await rowOf()).toMatchObject({ status: 'queued', attempts: 1 });
  });

  it('gives back what a process took that died while it sent', async () => {
    await using smtp = await startSmtp();
    await enqueue();
    await database.db.update(mails).set({ attempts: 1, dueAt: sql`now() + interval '2 minutes'` });
    expect(await sendDueMails({ database, mailer: smtp.mailer, logger })).toBe(0);
    await makeDue();
    expect(await sendDueMails({ database, mailer: smtp.mailer, logger })).toBe(1);
    expect(smtp.received).toHaveLength(1);
  });

  it('keeps mails without SMTP, and does not send old ones when SMTP comes', async () => {
    await enqueue();
    expect(await sendDueMails({ database, mailer: null, logger })).toBe(1);
    expect(await rowOf()).toMatchObject({ status: 'kept', text: 'Come' });
    await using smtp = await startSmtp();
    expect(await sendDueMails({ database, mailer: smtp.mailer, logger })).toBe(0);
  });

  it('says in the meeting how far the summary has come, and gives mailboxes a way to unsubscribe', async () => {
    await using smtp = await startSmtp((recipient) => (recipient.startsWith('gone') ? 550 : null));
    const meetingId = createId('mtg');
    await database.sql`insert into meetings (id, code, title, language, persona)
      values (${meetingId}, 'abc', 'Test', 'en', '{}')`;
    const unsubscribeUrl = 'https://meet.example/api/unsubscribe/token';
    const letters = ['ben@example.test', 'chloe@example.test', 'gone@example.test'].map((recipient) => ({
      recipient,
      ...{ subject: 'Summary', html: '<p>Hello</p>', text: 'Hello', unsubscribeUrl },
    }));
    const stage = async () => (await listStages(database.db, meetingId))[0]?.message;
    expect(await writeSummaryMails(database.db, meetingId, letters)).toBe(true);
    expect(await writeSummaryMails(database.db, meetingId, letters)).toBe(false);
    expect(await stage()).toBe('On its way to 3 people.');
    await sendDueMails({ database, mailer: smtp.mailer, logger });
    expect(await stage()).toBe('Sent to 2 of 3 people; the other addresses were not taken.');
    expect(smtp.received[0]?.raw).toContain(`List-Unsubscribe: <${unsubscribeUrl}>`);
    expect(smtp.received[0]?.raw).toContain('List-Unsubscribe-Post: List-Unsubscribe=One-Click');
  });

  it('forgets the text of a mail with a link to an account once it is sent', async () => {
    await using smtp = await startSmtp();
    await enqueue({ kind: 'password-reset', text: 'https://meet.example/reset-password#secret' });
    await sendDueMails({ database, mailer: smtp.mailer, logger });
    expect(smtp.received[0]?.raw).toContain('#secret');
    expect(JSON.stringify(await rowOf())).not.toContain('#secret');
  });

  it('sends a calendar invitation as a part that calendars answer', async () => {
    await using smtp = await startSmtp();
    const content = 'BEGIN:VCALENDAR\r\nEND:VCALENDAR\r\n';
    const contentType = 'text/calendar; method=REQUEST; charset=utf-8';
    await enqueue({ attachments: [{ filename: 'invite.ics', contentType, content }] });
    await sendDueMails({ database, mailer: smtp.mailer, logger });
    expect(smtp.received[0]?.raw).toMatch(/text\/calendar; charset=utf-8; method=REQUEST/);
  });
});

describe(enqueueMail, () => {
  it.each([
    ['a subject with a second header', { subject: 'Hello\r\nBcc: eve@example.test' }],
    ['a recipient with a second header', { recipient: 'ben@example.test\nBcc: eve@example.test' }],
    ['two recipients', { recipient: 'ben@example.test, eve@example.test' }],
    ['a name around the address', { recipient: 'Ben <ben@example.test>' }],
    [
      'a file name with a line break',
      { attachments: [{ filename: 'a\nb', contentType: 'a/b', content: '' }] },
    ],
  ])('refuses %s', async (_, change) => {
    await expect(enqueue(change)).rejects.toMatchObject({ code: 'bad_request' });
    expect(await database.db.select().from(mails)).toEqual([]);
  });

  it('writes nothing when the transaction of the caller fails', async () => {
    await expect(
      database.db.transaction(async (tx) => {
        await enqueueMail(tx, letter);
        throw new Error('no');
      }),
    ).rejects.toThrow('no');
    expect(await rowOf()).toBeUndefined();
  });
});

describe(runMailSender, () => {
  it('sends as soon as a mail is written, and stops at the signal', async () => {
    await using smtp = await startSmtp();
    const stop = new AbortController();
    const running = runMailSender({ database, mailer: smtp.mailer, logger, signal: stop.signal });
    await enqueue();
    await expect.poll(() => smtp.received.length, { timeout: 4_000 }).toBe(1);
    stop.abort();
    await running;
  });
});
