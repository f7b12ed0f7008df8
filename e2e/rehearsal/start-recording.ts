import { setTimeout as sleep } from 'node:timers/promises';
import type { AfterClient } from './after-client.ts';
import { messageOf } from './cast.ts';
import { nowMs } from './clock.ts';

const timeoutMs = 20_000;

/** Starts the recording and waits until it runs. What went wrong, or null. */
export async function startRecording(
  after: Pick<AfterClient, 'startRecording' | 'readRecordings'>,
  signal: AbortSignal,
): Promise<string | null> {
  const deadline = nowMs() + timeoutMs;
  try {
    await after.startRecording();
    do {
      const recording = (await after.readRecordings()).at(-1);
      if (recording?.status === 'recording') return null;
      if (recording?.status === 'failed') return `the recording failed: ${recording.problem}`;
      await sleep(200, undefined, { signal });
    } while (nowMs() < deadline);
  } catch (error) {
    signal.throwIfAborted();
    return `the recording did not start: ${messageOf(error)}`;
  }
  return `the recording did not run within ${timeoutMs / 1_000} s`;
}
