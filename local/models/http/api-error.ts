import type { Context } from 'hono';
import { HTTPException } from 'hono/http-exception';
import type { ContentfulStatusCode } from 'hono/utils/http-status';
import { type ErrorCode, ParleyError } from '../../../lib/errors.ts';
import type { Logger } from '../../../lib/logger.ts';
import { WavError } from '../audio/wav.ts';

/** A refusal in the shape that OpenAI's clients understand (platform.openai.com/docs/guides/error-codes). */
export class ApiError extends Error {
  readonly status: ContentfulStatusCode;
  readonly code: string;

  constructor(status: ContentfulStatusCode, code: string, message: string) {
    super(message);
    this.name = 'ApiError';
    this.status = status;
    this.code = code;
  }
}

const statuses: Partial<Record<ErrorCode, ContentfulStatusCode>> = {
  bad_request: 400,
  payload_too_large: 413,
  rate_limited: 429,
  unavailable: 503,
};

/** The one place that turns errors into answers. */
export function createErrorHandler(logger: Logger) {
  return (error: Error, c: Context) => {
    // The client is gone; nobody reads this.
    if (c.req.raw.signal.aborted) return c.body(null, 499 as ContentfulStatusCode);
    const known = toApiError(error);
    if (!known || known.code === 'internal') logger.error({ err: error, path: c.req.path }, 'request failed');
    return answer(c, known ?? new ApiError(500, 'internal', 'The model server failed on this request.'));
  };
}

export function answer(c: Context, { status, code, message }: ApiError): Response {
  const type = status < 500 ? 'invalid_request_error' : 'server_error';
  return c.json({ error: { message, type, param: null, code } }, status);
}

function toApiError(error: Error): ApiError | null {
  if (error instanceof ApiError) return error;
  if (error instanceof WavError) return new ApiError(400, 'invalid_audio', error.message);
  if (error instanceof HTTPException) return new ApiError(error.status, 'bad_request', error.message);
  if (error instanceof ParleyError)
    return new ApiError(statuses[error.code] ?? 500, error.code, error.message);
  return null;
}
