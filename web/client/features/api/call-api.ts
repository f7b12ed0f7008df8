import { errorBodySchema } from '../../../../lib/messages.ts';
import { ApiError } from './api-error.ts';

interface Schema<T> {
  safeParse(value: unknown): { success: true; data: T } | { success: false; error: unknown };
}

interface ApiCall {
  method?: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';
  body?: unknown;
  /** `apiToken` of a joined person. */
  token?: string;
  /** Lets the call outlive the page. */
  keepalive?: boolean;
  signal?: AbortSignal;
}

const timeoutMs = 15_000;

/** Calls web and parses the answer. Throws `ApiError` for everything but a good answer. */
export async function callApi<T>(path: string, schema: Schema<T>, call: ApiCall = {}): Promise<T> {
  const response = await send(path, call);
  const body: unknown = response.status === 204 ? null : await response.json().catch(() => undefined);
  if (!response.ok) throw errorOf(response.status, body);
  const parsed = schema.safeParse(body);
  if (!parsed.success) {
    throw new ApiError('internal', 'The server gave an answer that this page does not understand.', {
      cause: parsed.error,
    });
  }
  return parsed.data;
}

async function send(
  path: string,
  { method = 'GET', body, token, keepalive, signal }: ApiCall,
): Promise<Response> {
  const headers = new Headers({ accept: 'application/json' });
  if (body !== undefined) headers.set('content-type', 'application/json');
  if (token) headers.set('authorization', `Bearer ${token}`);
  const timeout = AbortSignal.timeout(timeoutMs);
  try {
    return await fetch(path, {
      method,
      headers,
      keepalive,
      credentials: 'same-origin',
      body: body === undefined ? undefined : JSON.stringify(body),
      signal: signal ? AbortSignal.any([signal, timeout]) : timeout,
    });
  } catch (cause) {
    signal?.throwIfAborted();
    throw new ApiError('unreachable', 'The server does not answer.', { cause });
  }
}

/** What an answer that is no good one says. */
export function errorOf(status: number, body: unknown): ApiError {
  const parsed = errorBodySchema.safeParse(body);
  if (parsed.success) return new ApiError(parsed.data.error.code, parsed.data.error.message);
  // Not web's own shape: something in front of it answered.
  return status >= 500
    ? new ApiError('unavailable', 'The server cannot be reached right now.')
    : new ApiError('internal', `The server answered with status ${status}.`);
}
