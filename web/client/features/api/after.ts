import { z } from 'zod/mini';
import type { LineRef } from '../../../../lib/assistant-messages.ts';
import { type Earlier, earlierAnswerSchema } from '../../../../lib/earlier.ts';
import {
  type CorrectLine,
  type LineEdit,
  type LinePage,
  type LineView,
  lineAnswerSchema,
  lineEditListSchema,
  linePageSchema,
  writeLineRef,
} from '../../../../lib/line-messages.ts';
import {
  afterAnswerSchema,
  type RequestSummary,
  type StageView,
  type SummaryAnswer,
  summaryAnswerSchema,
} from '../../../../lib/summary.ts';
import { callApi } from './call-api.ts';

const of = (meetingId: string) => `/api/meetings/${encodeURIComponent(meetingId)}`;
const line = (meetingId: string, ref: LineRef) => `${of(meetingId)}/lines/${writeLineRef(ref)}`;

/** How far all that follows the end of a meeting is. */
export async function getStages(meetingId: string, signal?: AbortSignal): Promise<StageView[]> {
  return (await callApi(`${of(meetingId)}/after`, afterAnswerSchema, { signal })).stages;
}

/** What the meeting before has left behind; null where this one continues none that one may see. */
export async function getEarlier(meetingId: string, signal?: AbortSignal): Promise<Earlier | null> {
  return (await callApi(`${of(meetingId)}/earlier`, earlierAnswerSchema, { signal })).earlier;
}

/** The newest summary, or one version of it. */
export function getSummary(
  meetingId: string,
  version: number | null,
  signal?: AbortSignal,
): Promise<SummaryAnswer> {
  const query = version === null ? '' : `?version=${version}`;
  return callApi(`${of(meetingId)}/summary${query}`, summaryAnswerSchema, { signal });
}

/** Has the summary written again. Errors: `forbidden`, `conflict` while the meeting is not over, `rate_limited`. */
export async function requestSummary(meetingId: string, body: RequestSummary): Promise<void> {
  await callApi(`${of(meetingId)}/summary`, z.unknown(), { method: 'POST', body });
}

export type Lines = Omit<LinePage, 'next'>;

/** The whole transcript as it counts, in order of time. */
export async function fetchLines(meetingId: string, signal?: AbortSignal): Promise<Lines> {
  const lines: LineView[] = [];
  for (let after: string | null = ''; ; ) {
    const query: string = after ? `?after=${after}` : '';
    const page: LinePage = await callApi(`${of(meetingId)}/lines${query}`, linePageSchema, { signal });
    lines.push(...page.lines);
    after = page.next;
    if (after === null) return { lines, gaps: page.gaps };
  }
}

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
