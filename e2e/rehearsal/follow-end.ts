/** Waits for what follows the end of a meeting, and reads what it left behind. */
import { setTimeout as sleep } from 'node:timers/promises';
import type { LineView } from '../../lib/line-messages.ts';
import type { RecordingView } from '../../lib/recording-messages.ts';
import type { StageView, SummaryView } from '../../lib/summary.ts';
import { readMails } from './account-client.ts';
import type { AfterClient } from './after-client.ts';
import type { Caller } from './caller.ts';
import { messageOf } from './cast.ts';
import { nowMs } from './clock.ts';

/** Everything about what followed a meeting: the measures are functions of this. */
export interface AfterEvidence {
  /** When the end was accepted (Unix time in milliseconds, as all moments here). */
  endedAtMs: number;
  stages: StageView[];
  /** The newest one; null where there is none. */
  summary: SummaryView | null;
  /** The one that was mailed. */
  firstSummary: SummaryView | null;
  lines: LineView[];
  recordings: RecordingView[];
  /** Mails about the summary; null where nobody could look. */
  mails: SummaryMail[] | null;
}

export interface SummaryMail {
  to: string;
  messageId: string;
  /** When a server took it, or when it was kept because there is none; null while neither happened. */
  acceptedAtMs: number | null;
}

/** All that follows has to be over by then. */
const timeoutMs = 5 * 60_000;
const pollMs = 250;
/** A revision is followed by a second summary: only what stays as it is for so long is over. */
const quietMs = 3_000;
const finished: readonly StageView['state'][] = ['done', 'failed', 'skipped'];
const summaryKind = 'meeting_summary';

interface FollowOptions {
  endedAtMs: number;
  /** Who can read all mails; null where that is nobody of ours. */
  owner: Caller | null;
  signal: AbortSignal;
}

/** What there is after at most 5 minutes. `problems` says what did not finish, or could not be read. */
export async function followEnd(
  client: AfterClient,
  { endedAtMs, owner, signal }: FollowOptions,
): Promise<{ after: AfterEvidence; problems: string[] }> {
  const problems: string[] = [];
  const attempt = async <T>(fallback: T, look: () => Promise<T>): Promise<T> => {
    try {
      return await look();
    } catch (error) {
      signal.throwIfAborted();
      problems.push(messageOf(error));
      return fallback;
    }
  };
  const stages = await attempt([], () => waitForStages(client, endedAtMs + timeoutMs, signal));
  for (const { stage, state, message } of stages) {
    if (!finished.includes(state))
      problems.push(`${stage} was ${state} ${timeoutMs / 60_000} minutes after the end`);
    if (state === 'failed') problems.push(`${stage} failed: ${message}`);
  }
  const recordings = await attempt([], () => client.readRecordings());
  for (const { name, url } of recordings.flatMap(({ files }) => files)) {
    const sound = url === null ? '' : await attempt('', () => client.hear(url));
    if (!sound.startsWith('OggS')) problems.push(`the recording of ${name} cannot be played`);
  }
  return {
    after: {
      endedAtMs,
      stages,
      recordings,
      summary: await attempt(null, () => client.readSummary()),
      firstSummary: await attempt(null, () => client.readSummary(1)),
      lines: await attempt([], () => client.readLines()),
      mails: owner && (await attempt(null, () => readSummaryMails(owner, endedAtMs))),
    },
    problems,
  };
}

/** The stages when none of them changes any more, or the time is up. */
async function waitForStages(
  client: AfterClient,
  deadline: number,
  signal: AbortSignal,
): Promise<StageView[]> {
  let last = '';
  let changedAtMs = nowMs();
  for (;;) {
    const stages = await client.readStages();
    const now = JSON.stringify(stages);
    if (now !== last) changedAtMs = nowMs();
    last = now;
    const isOver = stages.length > 0 && stages.every(({ state }) => finished.includes(state));
    if ((isOver && nowMs() - changedAtMs >= quietMs) || nowMs() > deadline) return stages;
    await sleep(pollMs, undefined, { signal });
  }
}

async function readSummaryMails(owner: Caller, endedAtMs: number): Promise<SummaryMail[]> {
  // The database has its own clock, on the same machine.
  const mails = await readMails(
    owner,
    ({ kind, createdAtMs }) => kind === summaryKind && createdAtMs >= endedAtMs - 1_000,
  );
  return mails.toReversed().map(({ recipient, messageId, status, sentAtMs, createdAtMs }) => ({
    to: recipient,
    messageId,
    acceptedAtMs: status === 'kept' ? createdAtMs : sentAtMs,
  }));
}
