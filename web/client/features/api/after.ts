import { z } from 'zod/mini';
import { type LinePage, type LineView, linePageSchema } from '../../../../lib/line-messages.ts';
import {
  afterAnswerSchema,
  type RequestSummary,
  type StageView,
  type SummaryAnswer,
  summaryAnswerSchema,
} from '../../../../lib/summary.ts';
import { callApi } from './call-api.ts';

const of = (meetingId: string) => `/api/meetings/${encodeURIComponent(meetingId)}`;

/** How far all that follows the end of a meeting is. */
export async function getStages(meetingId: string, signal?: AbortSignal): Promise<StageView[]> {
  return (await callApi(`${of(meetingId)}/after`, afterAnswerSchema, { signal })).stages;
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
