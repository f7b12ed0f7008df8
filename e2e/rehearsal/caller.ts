/** HTTP calls of one person to Parley, with the cookies that it set. */
import { errorBodySchema } from '../../lib/messages.ts';

export interface Caller {
  /** The parsed answer, null for an empty one. Throws an `Error` that names the call and says what the server said. */
  call(method: 'GET' | 'POST', path: string, options?: { token?: string; body?: unknown }): Promise<unknown>;
  /** The text of an answer that is not JSON. */
  read(path: string, options?: { token?: string }): Promise<string>;
  /** The answer as it comes, whatever its status. */
  stream(path: string, body: unknown): Promise<Response>;
  /** The cookies so far, as a request carries them. */
  cookie(): string;
}

const timeoutMs = 15_000;
/** An answer that is written while it comes. */
const streamTimeoutMs = 90_000;

export function createCaller(baseUrl: string): Caller {
  const cookies = new Map<string, string>();
  const cookie = () => [...cookies].map(([key, value]) => `${key}=${value}`).join('; ');

  const send = async (
    method: string,
    path: string,
    { token, body }: { token?: string; body?: unknown } = {},
  ): Promise<string> => {
    const name = `${method} ${path.split('?')[0]}`;
    const headers: Record<string, string> = { cookie: cookie() };
    if (token) headers.authorization = `Bearer ${token}`;
    if (body !== undefined) headers['content-type'] = 'application/json';
    const request = new Request(new URL(path, baseUrl), {
      method,
      headers,
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
      signal: AbortSignal.timeout(timeoutMs),
    });
    const response = await fetch(request).catch((cause: unknown) => {
      throw new Error(`${name} was not answered: ${reasonOf(cause)}`, { cause });
    });
    rememberCookies(cookies, response.headers.getSetCookie());
    const text = await response.text();
    if (!response.ok) throw new Error(`${name} was answered ${response.status}: ${publicMessage(text)}`);
    return text;
  };

  return {
    async call(method, path, options) {
      const text = await send(method, path, options);
      return text === '' ? null : JSON.parse(text);
    },
    read: (path, options) => send('GET', path, options),
    stream: (path, body) =>
      fetch(new URL(path, baseUrl), {
        method: 'POST',
        headers: { cookie: cookie(), 'content-type': 'application/json' },
        body: JSON.stringify(body),
        signal: AbortSignal.timeout(streamTimeoutMs),
      }),
    cookie,
  };
}

function rememberCookies(cookies: Map<string, string>, setCookies: string[]): void {
  for (const setCookie of setCookies) {
    const [, name, value] = /^([^=;]+)=([^;]*)/.exec(setCookie) ?? [];
    if (name !== undefined && value !== undefined) cookies.set(name, value);
  }
}

function publicMessage(text: string): string {
  try {
    return errorBodySchema.parse(JSON.parse(text)).error.message;
  } catch {
    return text.slice(0, 200);
  }
}

function reasonOf(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  return error.cause instanceof Error ? error.cause.message : error.message;
}
