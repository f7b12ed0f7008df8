import { z } from 'zod/mini';
import type { LineRef } from '../../../../lib/assistant-messages.ts';
import {
  type CorrectLine,
  type LineEdit,
  lineAnswerSchema,
  lineEditListSchema,
} from '../../../../lib/line-edit-messages.ts';
import { type LineView, writeLineRef } from '../../../../lib/line-messages.ts';
import { callApi } from './call-api.ts';

const of = (meetingId: string) => `/api/meetings/${encodeURIComponent(meetingId)}`;
const line = (meetingId: string, ref: LineRef) => `${of(meetingId)}/lines/${writeLineRef(ref)}`;

/** Errors beside the usual ones: `line_changed`. */
export async function correctLine(meetingId: string, ref: LineRef, body: CorrectLine): Promise<LineView> {
  const call = { method: 'PUT', body } as const;
  return (await callApi(line(meetingId, ref), lineAnswerSchema, call)).line;
}

/** Who spoke one line; null: the one whose microphone it came from. */
export async function nameLineSpeaker(
  meetingId: string,
  ref: LineRef,
  name: string | null,
): Promise<LineView> {
  const call = { method: 'PUT', body: { name } } as const;
  return (await callApi(`${line(meetingId, ref)}/speaker`, lineAnswerSchema, call)).line;
}

/** What a speaker is called in the whole meeting; null: as they called themselves. */
export async function renameSpeaker(meetingId: string, speaker: string, name: string | null): Promise<void> {
  const path = `${of(meetingId)}/speakers/${encodeURIComponent(speaker)}`;
  await callApi(path, z.null(), { method: 'PUT', body: { name } });
}

export async function listLineEdits(
  meetingId: string,
  ref: LineRef,
  signal?: AbortSignal,
): Promise<LineEdit[]> {
  return (await callApi(`${line(meetingId, ref)}/edits`, lineEditListSchema, { signal })).edits;
}
