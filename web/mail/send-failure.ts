/** The longest wait is an hour; with the first ones this is about a day. */
const maxAttempts = 30;
const firstRetryMs = 15_000;
const maxRetryMs = 3_600_000;

/**
 * When to try a mail again that the server did not take: in so many milliseconds, or never (null). Only an answer
 * about the mail itself is final (SMTP 5xx to its sender, recipient or content, RFC 5321 section 4.2.1); a server
 * that is away or does not accept the password says nothing about the mail.
 */
export function retryAfterFailure(error: unknown, attempts: number): number | null {
  if (isAboutTheMail(error) || attempts >= maxAttempts) return null;
  return Math.min(firstRetryMs * 2 ** (attempts - 1), maxRetryMs);
}

function isAboutTheMail(error: unknown): boolean {
  if (!(error instanceof Error) || !('code' in error)) return false;
  const status =
    'responseCode' in error && typeof error.responseCode === 'number' ? error.responseCode : null;
  return (error.code === 'EENVELOPE' || error.code === 'EMESSAGE') && (status === null || status >= 500);
}
