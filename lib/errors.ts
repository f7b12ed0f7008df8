/** Machine-readable reasons; the HTTP edge maps each to a status in `web/errors.ts`. */
export type ErrorCode =
  | 'bad_request'
  | 'unauthorized'
  | 'forbidden'
  | 'not_found'
  | 'meeting_ended'
  /** There was one; nothing of it is left. */
  | 'meeting_deleted'
  | 'not_started'
  | 'password_needed'
  | 'password_wrong'
  | 'meeting_locked'
  | 'meeting_full'
  | 'removed'
  | 'declined'
  | 'conflict'
  /** A line does not say any more what the person saw. */
  | 'line_changed'
  /** A clock change leaves this local time out, or shows it twice. */
  | 'time_skipped'
  | 'time_twice'
  | 'invitation_unknown'
  | 'invitation_expired'
  | 'invitation_revoked'
  | 'invitation_used'
  /** A link to a meeting has expired or was withdrawn. */
  | 'share_over'
  /** Proposals of the AI participant; each message is a sentence that it can say. */
  | 'unknown_tool'
  | 'invalid_arguments'
  | 'unknown_person'
  | 'ambiguous_person'
  | 'not_present'
  | 'past_date'
  | 'too_many'
  /** As `too_many`, and the meeting has heard of it a moment ago. */
  | 'too_many_told'
  /** Answers to proposals. */
  | 'already_decided'
  | 'approval_expired'
  /** What the person saw is not what waits now. */
  | 'approval_changed'
  | 'payload_too_large'
  | 'rate_limited'
  | 'unavailable'
  | 'internal';

interface ParleyErrorOptions {
  /** True when the same call may succeed later without a change. */
  retryable?: boolean;
  cause?: unknown;
}

/** The one base of errors that cross a boundary. `message` is fit for a person to read. */
export class ParleyError extends Error {
  readonly code: ErrorCode;
  readonly retryable: boolean;

  constructor(code: ErrorCode, message: string, options: ParleyErrorOptions = {}) {
    super(message, { cause: options.cause });
    this.name = 'ParleyError';
    this.code = code;
    this.retryable = options.retryable ?? code === 'unavailable';
  }
}
