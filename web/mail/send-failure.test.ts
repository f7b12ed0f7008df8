import { describe, expect, it } from 'vitest';
import { retryAfterFailure } from './send-failure.ts';

/** As nodemailer makes it of an answer such as `550 5.1.1 Unknown`. */
const failure = (code: string, response?: string, command?: string) =>
  Object.assign(new Error('no'), {
    ...{ code, command },
    ...(response ? { response, responseCode: Number(response.slice(0, 3)) } : {}),
  });

describe(retryAfterFailure, () => {
  it.each([
    ['a recipient that is busy', failure('EENVELOPE', '450 4.2.1 Busy', 'RCPT TO')],
    ['a server that is away', failure('ESOCKET')],
    ['a wrong password', failure('EAUTH', '535 5.7.8 No')],
    ['a server that has no time at all', failure('ECONNECTION', '554 No service')],
    ['a server that wants a login', failure('EENVELOPE', '530 5.7.0 Authentication required', 'MAIL FROM')],
    ['a sender that is refused', failure('EENVELOPE', '553 Not yours', 'MAIL FROM')],
    ['a login that is asked for late', failure('EENVELOPE', '530 Authentication required', 'RCPT TO')],
    ['a sender that is refused late', failure('EENVELOPE', '553 5.1.8 Sender refused', 'RCPT TO')],
    ['a server that relays nothing', failure('EENVELOPE', '554 5.7.1 Relay access denied', 'RCPT TO')],
    ['something unknown', 'no'],
  ])('tries again after %s', (_, error) => {
    expect(retryAfterFailure(error, 1)).toBe(15_000);
  });

  it('gives up at once when the server refuses the mail for good', () => {
    const final = [
      failure('EENVELOPE', '550 5.1.1 Unknown', 'RCPT TO'),
      failure('EENVELOPE', '550 Unknown', 'RCPT TO'),
      failure('EENVELOPE', undefined, 'API'),
      failure('EMESSAGE', '554 5.7.1 Spam', 'DATA'),
      failure('EMESSAGE', undefined, 'MAIL FROM'),
    ];
    expect(final.map((error) => retryAfterFailure(error, 1))).toEqual(final.map(() => null));
  });

  it('waits twice as long each time, an hour at most, and for about a day in all', () => {
    const waits = Array.from({ length: 29 }, (_, i) => retryAfterFailure(failure('ESOCKET'), i + 1) ?? 0);
    expect(waits.slice(0, 3)).toEqual([15_000, 30_000, 60_000]);
    expect(Math.max(...waits)).toBe(3_600_000);
    const hours = waits.reduce((sum, wait) => sum + wait, 0) / 3_600_000;
    expect(hours).toBeGreaterThan(20);
    expect(hours).toBeLessThan(28);
    expect(retryAfterFailure(failure('ESOCKET'), 30)).toBeNull();
  });
});
