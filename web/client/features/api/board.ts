import { z } from 'zod/mini';
import { type BoardView, boardViewSchema, storedImageSchema } from '../../../../lib/board-messages.ts';
import { ApiError } from './api-error.ts';
import type { Reader } from './assistant.ts';
import { callApi, errorOf } from './call-api.ts';
import type { Access } from './people.ts';

const at = ({ meetingId }: Reader) => `/api/meetings/${encodeURIComponent(meetingId)}/board`;

/** Gives the meeting its whiteboard; nothing happens where it has one. */
export async function openBoard(access: Access): Promise<void> {
  await callApi(`${at(access)}/open`, z.null(), { method: 'POST', token: access.apiToken });
}

/** What was drawn, from back to front. */
export function fetchBoard(reader: Reader, signal?: AbortSignal): Promise<BoardView> {
  return callApi(at(reader), boardViewSchema, { token: reader.apiToken, signal });
}

/** As long as 10 MB take on a slow line. */
const imageTimeoutMs = 120_000;

/** Keeps an image for the whiteboard; gives its id. */
export async function storeImage(access: Access, image: Blob): Promise<string> {
  const response = await callImage(access, 'files', { method: 'POST', body: image });
  const parsed = storedImageSchema.safeParse(await response.json().catch(() => undefined));
  if (parsed.success) return parsed.data.id;
  throw new ApiError('internal', 'The server gave an answer that this page does not understand.');
}

export async function fetchImage(access: Reader, id: string): Promise<Blob> {
  return (await callImage(access, `files/${encodeURIComponent(id)}`, {})).blob();
}

async function callImage(access: Reader, path: string, init: RequestInit): Promise<Response> {
  const call = {
    ...init,
    ...(access.apiToken ? { headers: { authorization: `Bearer ${access.apiToken}` } } : {}),
    signal: AbortSignal.timeout(imageTimeoutMs),
  };
  const response = await fetch(`${at(access)}/${path}`, call).catch((cause) => {
    throw new ApiError('unreachable', 'The server does not answer.', { cause });
  });
  if (!response.ok) throw errorOf(response.status, await response.json().catch(() => undefined));
  return response;
}
