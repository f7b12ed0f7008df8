import { z } from 'zod/mini';

/** The longest wait is an hour; with the first ones this is about a day. */
const maxAttempts = 30;
const firstRetryMs = 15_000;
const maxRetryMs = 3_600_000;

/**
 * When to try a mail again that the server did not take: in so many milliseconds, or never (null). Only an answer
 * about the mail itself is final (SMTP 5xx to its recipient or content, RFC 5321 section 4.2.1); a server that is away,
 * or does not accept the password or the sender, says nothing about the mail, and somebody can put that right.
 */
export function retryAfterFailure(error: unknown, attempts: number): number | null {
  if (isAboutTheMail(error) || attempts >= maxAttempts) return null;
  return Math.min(firstRetryMs * 2 ** (attempts - 1), maxRetryMs);
}

function isAboutTheMail(error: unknown): boolean {
  const { success, data: failure } = failureSchema.safeParse(error);
  if (!success || isAboutTheSender(failure)) return false;
  return failure.responseCode === undefined || failure.responseCode >= 500;
}

/** What nodemailer says of a mail, rather than of the connection. */
const failureSchema = z.object({
  code: z.enum(['EENVELOPE', 'EMESSAGE']),
  /** What the server answered to, such as `RCPT TO`. */
  command: z.optional(z.string()),
  response: z.optional(z.string()),
  responseCode: z.optional(z.number()),
});

/**
 * Servers answer it to MAIL FROM, or only to RCPT TO: 530 wants a login (RFC 4954, 6); 5.1.7 and 5.1.8 are about the sender's
 * address, 5.7.x about who may send (RFC 3463, 3.2 and 3.8).
 */
function isAboutTheSender({
  code,
  command,
  response = '',
  responseCode,
}: z.infer<typeof failureSchema>): boolean {
  if (code !== 'EENVELOPE') return false;
  return command === 'MAIL FROM' || responseCode === 530 || /^5\d\d[ -]5\.(1\.[78]|7\.\d+)\b/.test(response);
}
