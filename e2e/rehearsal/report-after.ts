import type { Figures } from './measure.ts';

/** What the meeting left behind, and how fast. */
export function describeAfter({ after }: Pick<Figures, 'after'>): string[] {
  if (!after) return [];
  const { status, summaryMs, modelMs, mails, summary, recording, revision } = after;
  const took =
    summaryMs === null ? 'not measured' : `mailed after ${summaryMs} ms and ${modelMs} ms of the model`;
  const wer = revision.wer === null ? 'not revised' : `${(revision.wer * 100).toFixed(1)} % word error rate`;
  const files = recording.files.map(
    ({ speaker, durationMs }) => `${speaker ?? 'someone'} ${Math.round(durationMs / 1_000)} s`,
  );
  const from = (lines: number[]) => (lines.length === 0 ? '' : ` (from utterance ${lines.join(', ')})`);
  return [
    `${status}: summary ${took}; to ${mails.length === 0 ? 'nobody' : mails.map(({ to }) => to).join(', ')}`,
    `recording: ${files.length === 0 ? 'none' : files.join(', ')}; transcript from it: ${wer}`,
    ...summary.decisions.map(({ text, lines }) => `decided: ${text}${from(lines)}`),
    ...summary.tasks.map(
      ({ text, owner, due, lines }) =>
        `task: ${text}, ${owner ?? 'nobody'}${due === null ? '' : `, by ${due}`}${from(lines)}`,
    ),
  ];
}
