import type { Context } from 'hono';
import { HTTPException } from 'hono/http-exception';
import { type ErrorCode, ParleyError } from '../lib/errors.ts';
import type { Logger } from '../lib/logger.ts';

const statusOf = {
  bad_request: 400,
  unauthorized: 401,
  forbidden: 403,
  not_found: 404,
  conflict: 409,
  line_changed: 409,
  time_skipped: 422,
  time_twice: 422,
  invitation_unknown: 404,
  invitation_expired: 410,
  invitation_revoked: 410,
  invitation_used: 410,
  share_over: 410,
  meeting_ended: 410,
  meeting_deleted: 410,
  not_started: 409,
  password_needed: 403,
  password_wrong: 403,
  meeting_locked: 403,
  meeting_full: 409,
  removed: 403,
  declined: 403,
  // Not 429: the same call again would not help.
  unknown_tool: 422,
  invalid_arguments: 422,
  unknown_person: 422,
  ambiguous_person: 422,
  not_present: 422,
  past_date: 422,
  too_many: 422,
  too_many_told: 422,
  already_decided: 409,
  approval_expired: 410,
  approval_changed: 409,
  payload_too_large: 413,
  rate_limited: 429,
  internal: 500,
  unavailable: 503,
} as const satisfies Record<ErrorCode, number>;

// Postgres is away: connection errors of postgres.js and class 57 (operator intervention), 53 (resources).
const databaseAway = /^(ECONN|CONNECT|EPIPE|ENOTFOUND|57|53)/;

function toParleyError(error: unknown): ParleyError | null {
  if (error instanceof ParleyError) return error;
  if (error instanceof HTTPException) {
    const known = Object.entries(statusOf).find(([, status]) => status === error.status)?.[0];
    return new ParleyError(
      (known ?? 'bad_request') as ErrorCode,
      error.message || 'This request cannot be used.',
    );
  }
  for (let cause = error; cause instanceof Error; cause = cause.cause) {
    if ('code' in cause && databaseAway.test(String(cause.code))) {
      return new ParleyError('unavailable', 'The database does not answer. Try again in a moment.', {
        cause: error,
      });
    }
  }
  return null;
}

/** The one place where errors become answers: `{ error: { code, message } }`. */
export function respondToError(logger: Logger) {
  return (error: Error, c: Context) => {
    const known = toParleyError(error);
    const answer = known ?? new ParleyError('internal', 'Something went wrong on our side. Try again.');
    if (!known || known.code === 'unavailable') {
      logger.error({ err: error, path: c.req.path, method: c.req.method }, 'request failed');
    }
    if (answer.retryable) c.header('Retry-After', '1');
    return c.json({ error: { code: answer.code, message: answer.message } }, statusOf[answer.code]);
  };
}
