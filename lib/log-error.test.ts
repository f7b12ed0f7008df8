import { describe, expect, it } from 'vitest';
import { logError } from './log-error.ts';

const secret = 'what she said';
const textOf = (error: unknown) => JSON.stringify(logError(error));

describe(logError, () => {
  it('says what failed, by which code, where, and why', () => {
    const cause = Object.assign(new Error('connect ECONNREFUSED'), { code: 'ECONNREFUSED' });
    const logged = logError(new Error('The media server does not answer.', { cause }));
    expect(logged).toMatchObject({
      type: 'Error',
      message: 'The media server does not answer.',
      cause: { message: 'connect ECONNREFUSED', code: 'ECONNREFUSED' },
    });
    expect(logged.stack).toContain('log-error.test.ts');
  });

  it('keeps the values of a failed query out, also those in the message, the stack and the cause', () => {
    const query = 'insert into lines (text) values ($1)';
    const cause = Object.assign(new Error(`invalid input syntax for type integer: "${secret}"`), {
      severity: 'ERROR',
      code: '22P02',
      detail: `Key (text)=(${secret})`,
    });
    const error = Object.assign(new Error(`Failed query: ${query}\nparams: ${secret}`, { cause }), {
      query,
      params: [secret],
    });
    const text = textOf(error);
    expect(text).not.toContain(secret);
    expect(text).toContain(query);
    expect(text).toContain('22P02');
  });

  it('does not quote what could not be parsed', () => {
    let error: unknown;
    try {
      JSON.parse(secret);
    } catch (caught) {
      error = caught;
    }
    expect(textOf(error)).not.toContain('what');
  });

  it('takes anything, and ends also where causes go round in a circle', () => {
    expect([textOf(secret), textOf(null)].join()).not.toContain(secret);
    const round = new Error('a');
    round.cause = round;
    expect(textOf(round).length).toBeLessThan(10_000);
  });
});
