import { setTimeout as sleep } from 'node:timers/promises';
import type { Joined, TranscriptLine } from '../../lib/messages.ts';
import type { ApiClient } from './api-client.ts';
import { nowMs } from './clock.ts';

export interface SettledTranscript {
  /** The last transcript that could be read; null when none could. */
  lines: TranscriptLine[] | null;
  /** Why it may not be the final one; null when the meeting is completed. */
  problem: string | null;
}

/** Reads the transcript of an ended meeting again and again until everything that follows an end is done. */
export async function readSettledTranscript(
  api: ApiClient,
  joined: Joined,
  { timeoutMs, signal }: { timeoutMs: number; signal: AbortSignal },
): Promise<SettledTranscript> {
  const deadline = nowMs() + timeoutMs;
  let lines: TranscriptLine[] | null = null;
  let problem: string | null = null;
  do {
    try {
      const answer = await api.readTranscript(joined);
      lines = answer.lines;
      if (answer.status === 'completed') return { lines, problem: null };
      problem = `the meeting was ${answer.status}, not completed, ${timeoutMs / 1_000} s after its end`;
    } catch (error) {
      problem = error instanceof Error ? error.message : String(error);
    }
    await sleep(500, undefined, { signal });
  } while (nowMs() < deadline);
  return { lines, problem };
}
