/** One person's calls to Parley's public HTTP API, with the cookies that it set. */
import { z } from 'zod';
import {
  errorBodySchema,
  type Joined,
  joinedSchema,
  type MeetingView,
  meetingViewSchema,
  noticeVersion,
  type TranscriptLine,
  type TranscriptPage,
  transcriptPageSchema,
} from '../../lib/messages.ts';

export interface ApiClient {
  createMeeting(title: string): Promise<MeetingView>;
  join(code: string, person: { name: string; email: string }): Promise<Joined>;
  /** All lines stored so far, page by page, and how far the meeting is. */
  readTranscript(joined: Joined): Promise<{ lines: TranscriptLine[]; status: TranscriptPage['status'] }>;
  leave(joined: Joined): Promise<void>;
  end(joined: Joined): Promise<void>;
}

const timeoutMs = 15_000;

/** Every call throws an `Error` that names the call and says what the server said. */
export function createApiClient(baseUrl: string): ApiClient {
  const cookies = new Map<string, string>();

  const call = async (method: string, path: string, options: { token?: string; body?: unknown } = {}) => {
    const name = `${method} ${path.split('?')[0]}`;
    const headers: Record<string, string> = {
      cookie: [...cookies].map(([key, value]) => `${key}=${value}`).join('; '),
    };
    if (options.token) headers.authorization = `Bearer ${options.token}`;
    if (options.body !== undefined) headers['content-type'] = 'application/json';
    const request = new Request(new URL(path, baseUrl), {
      method,
      headers,
      ...(options.body === undefined ? {} : { body: JSON.stringify(options.body) }),
      signal: AbortSignal.timeout(timeoutMs),
    });
    const response = await fetch(request).catch((cause: unknown) => {
      throw new Error(`${name} was not answered: ${reasonOf(cause)}`, { cause });
    });
    rememberCookies(cookies, response.headers.getSetCookie());
    const text = await response.text();
    if (!response.ok) throw new Error(`${name} was answered ${response.status}: ${publicMessage(text)}`);
    return text === '' ? null : JSON.parse(text);
  };

  return {
    async createMeeting(title) {
      const answer = await call('POST', '/api/meetings', { body: { title } });
      return z.object({ meeting: meetingViewSchema }).parse(answer).meeting;
    },
    async join(code, { name, email }) {
      const body = { name, email, consent: { noticeVersion } };
      return joinedSchema.parse(await call('POST', `/api/meetings/${code}/join`, { body }));
    },
    async readTranscript({ meeting, apiToken }) {
      const lines: TranscriptLine[] = [];
      for (let cursor = ''; ; ) {
        const path = `/api/meetings/${meeting.id}/transcript${cursor}`;
        const page = transcriptPageSchema.parse(await call('GET', path, { token: apiToken }));
        lines.push(...page.lines);
        if (!page.more || page.next === null) return { lines, status: page.status };
        cursor = `?after=${page.next}`;
      }
    },
    async leave({ meeting, apiToken }) {
      await call('POST', `/api/meetings/${meeting.id}/leave`, { token: apiToken });
    },
    async end({ meeting, apiToken }) {
      await call('POST', `/api/meetings/${meeting.id}/end`, { token: apiToken });
    },
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
