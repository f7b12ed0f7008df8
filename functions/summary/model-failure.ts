/** What went wrong with a model, as a sentence for people, and whether it is worth another try. */
import { APICallError, NoObjectGeneratedError } from 'ai';

export class SummaryModelError extends Error {
  /** True when the same call may succeed later. */
  readonly retryable: boolean;
  /** When the server asked to be called again, in milliseconds from now; null where it did not say. */
  readonly retryAfterMs: number | null;

  constructor(
    message: string,
    {
      retryable,
      retryAfterMs = null,
      cause,
    }: { retryable: boolean; retryAfterMs?: number | null; cause?: unknown },
  ) {
    super(message, { cause });
    this.name = 'SummaryModelError';
    this.retryable = retryable;
    this.retryAfterMs = retryAfterMs;
  }
}

/** The failure of a call, as a sentence. `nowMs` is Unix time: a server may name a date. */
export function readModelFailure(error: unknown, nowMs: number): SummaryModelError {
  if (error instanceof SummaryModelError) return error;
  if (NoObjectGeneratedError.isInstance(error)) return unusable(error);
  if (error instanceof DOMException && error.name === 'TimeoutError') {
    return new SummaryModelError('The model did not answer in time.', { retryable: true, cause: error });
  }
  if (APICallError.isInstance(error)) return fromStatus(error, nowMs);
  return new SummaryModelError('The model could not be reached.', { retryable: true, cause: error });
}

/** An answer that is none, also after the model was told so. */
function unusable(error: NoObjectGeneratedError): SummaryModelError {
  const message =
    error.finishReason === 'content-filter'
      ? 'The model refused to summarise this meeting.'
      : 'The model gave no answer that can be used, twice.';
  return new SummaryModelError(message, { retryable: false, cause: error });
}

function fromStatus(error: APICallError, nowMs: number): SummaryModelError {
  const { statusCode, responseBody = '', isRetryable } = error;
  const fatal = (message: string) => new SummaryModelError(message, { retryable: false, cause: error });
  switch (statusCode) {
    case undefined:
      return new SummaryModelError('The model could not be reached.', { retryable: true, cause: error });
    case 401:
    case 403:
      return fatal(wrongKey);
    case 400:
      // Gemini's answer to a key that it does not know.
      return fatal(/API_KEY_INVALID|API key not valid/.test(responseBody) ? wrongKey : refused(statusCode));
    case 404:
      return fatal('The model that is configured does not exist.');
    case 413:
      return fatal('The model refused the meeting: it is too long for it.');
    default: {
      if (!isRetryable && statusCode >= 300) return fatal(refused(statusCode));
      // A 200 whose body is none of the protocol comes here too: a proxy's page, an answer that was cut off.
      const message =
        statusCode === 429 || statusCode === 503
          ? 'The model is busy.'
          : `The model's server has a problem (${statusCode}).`;
      const retryAfterMs = readRetryAfter(error, nowMs);
      return new SummaryModelError(message, { retryable: true, retryAfterMs, cause: error });
    }
  }
}

const wrongKey = 'The key for the model is not accepted.';
const refused = (status: number) => `The model refused the request (${status}).`;

/**
 * `Retry-After` of RFC 9110, in seconds or as a date; OpenAI's `retry-after-ms`; and the `RetryInfo` in the body that
 * Google's APIs have instead (google/rpc/error_details.proto).
 */
function readRetryAfter({ responseHeaders, responseBody }: APICallError, nowMs: number): number | null {
  const precise = Number.parseFloat(responseHeaders?.['retry-after-ms'] ?? '');
  if (precise >= 0) return precise;
  const [, delay] = /"retryDelay":\s*"(\d+(?:\.\d+)?)s"/.exec(responseBody ?? '') ?? [];
  const text = responseHeaders?.['retry-after'] ?? delay ?? '';
  const seconds = /^\s*\d+(\.\d+)?\s*$/.test(text) ? Number(text) : Number.NaN;
  if (seconds >= 0) return seconds * 1_000;
  const date = Date.parse(text);
  return Number.isNaN(date) ? null : Math.max(0, date - nowMs);
}
