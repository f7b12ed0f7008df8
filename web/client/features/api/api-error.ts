/** Why a call to web failed. `unreachable`: no answer at all; other codes are web's own (`lib/errors.ts`). */
export class ApiError extends Error {
  readonly code: string;

  constructor(code: string, message: string, options: { cause?: unknown } = {}) {
    super(message, options);
    this.name = 'ApiError';
    this.code = code;
  }

  /** True when the same call may succeed later without a change. */
  get retryable(): boolean {
    return ['unreachable', 'unavailable', 'rate_limited', 'internal'].includes(this.code);
  }
}

export function isApiError(error: unknown, code: string): boolean {
  return error instanceof ApiError && error.code === code;
}
