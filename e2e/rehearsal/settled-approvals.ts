import { setTimeout as sleep } from 'node:timers/promises';
import type { ApprovalView } from '../../lib/assistant-messages.ts';
import type { Joined } from '../../lib/messages.ts';
import type { ApiClient } from './api-client.ts';
import { messageOf } from './cast.ts';
import { nowMs } from './clock.ts';

/** True when everything that was approved has been carried out, or has failed. */
export function isSettled(approvals: readonly ApprovalView[]): boolean {
  return approvals.every(({ action }) => action?.status !== 'waiting' && action?.status !== 'running');
}

/** Reads the proposals again and again until what was approved is over. */
export async function readSettledApprovals(
  api: Pick<ApiClient, 'readApprovals'>,
  joined: Joined,
  { timeoutMs, signal }: { timeoutMs: number; signal: AbortSignal },
): Promise<{ approvals: ApprovalView[] | null; problem: string | null }> {
  const deadline = nowMs() + timeoutMs;
  let approvals: ApprovalView[] | null = null;
  let problem: string | null = null;
  do {
    try {
      approvals = (await api.readApprovals(joined)).approvals;
      if (isSettled(approvals)) return { approvals, problem: null };
      problem = `something that was approved was not carried out within ${timeoutMs / 1_000} s`;
    } catch (error) {
      problem = messageOf(error);
    }
    await sleep(250, undefined, { signal });
  } while (nowMs() < deadline);
  return { approvals, problem };
}
