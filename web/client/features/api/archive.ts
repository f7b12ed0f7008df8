import {
  type AskArchive,
  type AskEvent,
  type SearchAnswer,
  type SearchQuery,
  searchAnswerSchema,
} from '../../../../lib/archive-messages.ts';
import { readAskEvents } from '../../../../lib/read-ask-events.ts';
import { ApiError } from './api-error.ts';
import { callApi, errorOf } from './call-api.ts';

export function searchArchive(query: SearchQuery, signal?: AbortSignal): Promise<SearchAnswer> {
  return callApi(`/api/search?${new URLSearchParams(query)}`, searchAnswerSchema, { signal });
}

/** Asks one meeting, or all of them. The answer comes piece by piece; throws `ApiError` when there is none. */
export async function* askArchive(
  meetingId: string | null,
  question: AskArchive,
  signal: AbortSignal,
): AsyncGenerator<AskEvent> {
  const path = meetingId === null ? '/api/ask' : `/api/meetings/${encodeURIComponent(meetingId)}/ask`;
  const response = await fetch(path, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    credentials: 'same-origin',
    body: JSON.stringify(question),
    signal,
  }).catch((cause: unknown) => {
    signal.throwIfAborted();
    throw new ApiError('unreachable', 'The server does not answer.', { cause });
  });
  if (!response.ok || !response.body) {
    throw errorOf(response.status, await response.json().catch(() => undefined));
  }
  yield* readAskEvents(response.body);
}
