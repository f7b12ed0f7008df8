import type { Recording } from './folder.ts';
import type { Details, Figures } from './measure.ts';
import type { Percentiles } from './percentiles.ts';
import { describeAfter } from './report-after.ts';
import { describeApprovals, describePlans, describeReplies } from './report-assistant.ts';

interface ReportInput {
  recording: Recording;
  figures: Figures;
  details: Details;
  problems: string[];
}

/** How many of the misheard utterances are shown. */
const shownMisheard = 20;

/** The readable report: figures first, then what was misheard and what went wrong. */
export function formatReport({ recording, figures, details, problems }: ReportInput): string {
  const { captions, durability, agent } = figures;
  const total = recording.utterances.length;
  const words = details.score && ` (${details.score.edits} edits in ${details.score.words} words)`;
  const rows: [string, string][] = [
    ['meeting', figures.meetingId ?? 'none'],
    ['word error rate', `${percent(captions.wer)}${words ?? ''}`],
    ['attribution errors', count(captions.attributionErrors)],
    [
      'final captions',
      `${latency(captions.finalLatencyMs)}  (${details.finalsMeasured} of ${total} utterances)`,
    ],
    ['interim captions', `${latency(captions.interimLatencyMs)}  (${details.interimsMeasured} utterances)`],
    ['lines', `seen ${count(durability.seen)}, stored ${count(durability.stored)}`],
    [
      'durability',
      `lost ${count(durability.lost)}, duplicated ${count(durability.duplicated)}, out of order ${count(durability.outOfOrder)}`,
    ],
    ['agent ready', milliseconds(agent.readyMs)],
  ];
  const width = Math.max(...rows.map(([name]) => name.length));
  return [
    '',
    `${recording.title}: ${recording.speakers.length} speakers, ${total} utterances, ${Math.round(recording.totalMs / 1_000)} s`,
    '',
    ...rows.map(([name, value]) => `  ${name.padEnd(width)}  ${value}`),
    ...section('answers', describeReplies(recording, figures)),
    ...section('proposals', describeApprovals(figures)),
    ...section('what is there now', describePlans(figures)),
    ...section('afterwards', describeAfter(figures)),
    ...section('misheard', describeMisheard(details)),
    ...section('without a final caption', describeUncaptioned(recording, details)),
    ...section('went wrong', problems),
    '',
  ].join('\n');
}

function section(title: string, lines: string[]): string[] {
  return lines.length === 0 ? [] : ['', `  ${title}`, ...lines.map((line) => `    ${line}`)];
}

function describeMisheard({ score }: Details): string[] {
  const misheard = score?.misheard ?? [];
  const shown = misheard
    .slice(0, shownMisheard)
    .map(({ reference, heard }) => `"${reference.text}" as "${heard}"`);
  return misheard.length > shownMisheard ? [...shown, `and ${misheard.length - shownMisheard} more`] : shown;
}

function describeUncaptioned(recording: Recording, { uncaptioned }: Details): string[] {
  return recording.utterances
    .filter(({ index }) => uncaptioned.includes(index))
    .map(({ index, speaker, text }) => `${index} ${speaker}: ${text}`);
}

const count = (value: number | null): string => (value === null ? 'not measured' : String(value));
const milliseconds = (value: number | null): string => (value === null ? 'not measured' : `${value} ms`);
const percent = (value: number | null): string =>
  value === null ? 'not measured' : `${(value * 100).toFixed(1)} %`;
const latency = ({ p50, p95, max }: Percentiles): string =>
  p50 === null ? 'not measured' : `p50 ${p50} ms, p95 ${p95} ms, max ${max} ms`;
