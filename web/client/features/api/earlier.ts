import { type Earlier, earlierAnswerSchema } from '../../../../lib/earlier.ts';
import { callApi } from './call-api.ts';

/** What the meeting before has left behind; null where this one continues none that one may see. */
export async function getEarlier(meetingId: string, signal?: AbortSignal): Promise<Earlier | null> {
  return (
    await callApi(`/api/meetings/${encodeURIComponent(meetingId)}/earlier`, earlierAnswerSchema, { signal })
  ).earlier;
}
