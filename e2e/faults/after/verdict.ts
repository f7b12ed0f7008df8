/** What followed one meeting, and whether that is all of it and nothing twice. */
export interface Evidence {
  status: string;
  lineCount: number | null;
  /** Versions of the summary, oldest first. */
  summaries: { basis: string; inputDigest: string }[];
  tasks: string[];
  decisions: string[];
  /** Addresses of the mails that were written. */
  mails: string[];
  /** What mailboxes took. */
  deliveries: { to: string; messageId: string }[];
  /** Stages that are not done, with their sentence. */
  open: string[];
}

export interface Verdict {
  lost: string[];
  doubled: string[];
  /** The same mail again, by its Message-ID: its sender was stopped before it heard that it was taken. */
  repeated: number;
}

export function judge(evidence: Evidence, addresses: readonly string[]): Verdict {
  const lost: string[] = [];
  const doubled: string[] = [];
  const { status, lineCount, summaries, tasks, decisions, mails, deliveries, open } = evidence;
  if (status !== 'completed') lost.push(`the meeting is ${status}`);
  if (lineCount !== 2) lost.push(`${lineCount} lines are counted`);
  lost.push(...open.map((stage) => `stage ${stage}`));
  if (summaries.length === 0) lost.push('there is no summary');
  else if (summaries.at(-1)?.basis !== 'recording') lost.push('the newest summary is of the live words');
  if (summaries.length > 2) doubled.push(`${summaries.length} versions of the summary`);
  if (new Set(summaries.map(({ inputDigest }) => inputDigest)).size < summaries.length) {
    doubled.push('two versions of the same words');
  }
  count('task', tasks.length);
  count('decision', decisions.length);
  for (const address of addresses) {
    count(`mail to ${address}`, mails.filter((each) => each === address).length);
    const taken = deliveries.filter(({ to }) => to === address);
    count(`delivery to ${address}`, new Set(taken.map(({ messageId }) => messageId)).size);
  }
  const kinds = new Set(deliveries.map(({ to, messageId }) => `${to} ${messageId}`));
  return { lost, doubled, repeated: deliveries.length - kinds.size };

  function count(what: string, times: number): void {
    if (times === 0) lost.push(`no ${what}`);
    if (times > 1) doubled.push(`${times} times: ${what}`);
  }
}
