import type { LineRef } from '../../lib/assistant-messages.ts';
import type { Evidence } from './evidence.ts';
import { findUtterance, speakerOf } from './find-utterance.ts';
import type { AfterEvidence } from './follow-end.ts';
import { heardOf, referenceOf } from './scored-lines.ts';
import { scoreTranscript } from './transcript-score.ts';

/** What followed the end of a meeting. Speakers are ids of the timeline, lines its utterances. */
export interface AfterFigures {
  /** `ready`: all is done, or there was nothing to do; `partial`: something failed; `failed`: there is no summary. */
  status: 'ready' | 'partial' | 'failed';
  /** From the accepted end to the last mail accepted, without the time of the model. */
  summaryMs: number | null;
  /** What the model took for the summary that was mailed. */
  modelMs: number | null;
  mails: { to: string; messageId: string; sentMs: number }[];
  summary: {
    decisions: { text: string; lines: number[] }[];
    tasks: { text: string; owner: string | null; due: string | null; lines: number[] }[];
  };
  recording: {
    /** Those that can be played. */
    files: { speaker: string | null; durationMs: number }[];
    durationMs: number;
  };
  /** Of the transcript as it counts; null where no recording was transcribed. */
  revision: { wer: number | null };
}

export function measureAfter(evidence: Evidence): AfterFigures | null {
  const { after } = evidence;
  if (!after) return null;
  const { summary, firstSummary, recordings } = after;
  const mails = mailsOf(after);
  const modelMs = firstSummary?.modelMs ?? null;
  const linesOf = (refs: readonly LineRef[]) => utterancesOf(evidence, after, refs);
  const files = recordings.flatMap((recording) => recording.files).filter(({ url }) => url !== null);
  return {
    status: statusOf(after),
    summaryMs:
      mails.length === 0 || modelMs === null
        ? null
        : Math.max(...mails.map(({ sentMs }) => sentMs)) - modelMs,
    modelMs,
    mails,
    summary: {
      decisions: (summary?.content.decisions ?? []).map(({ text, lines }) => ({
        text,
        lines: linesOf(lines),
      })),
      tasks: (summary?.content.tasks ?? []).map(({ text, owner, due, lines }) => ({
        text,
        owner: owner === null ? null : ownerOf(evidence, after, owner),
        due,
        lines: linesOf(lines),
      })),
    },
    recording: {
      files: files.map(({ participantId, durationMs }) => ({
        speaker: speakerOf(evidence, participantId),
        durationMs: Math.round(durationMs),
      })),
      durationMs: Math.round(recordings.reduce((sum, recording) => sum + lengthOf(recording), 0)),
    },
    revision: { wer: revisedWer(evidence, after) },
  };
}

function statusOf({ stages, summary }: AfterEvidence): AfterFigures['status'] {
  if (!summary) return 'failed';
  return stages.every(({ state }) => state === 'done' || state === 'skipped') ? 'ready' : 'partial';
}

function mailsOf({ mails, endedAtMs }: AfterEvidence): AfterFigures['mails'] {
  return (mails ?? []).flatMap(({ to, messageId, acceptedAtMs }) =>
    acceptedAtMs === null ? [] : [{ to, messageId, sentMs: Math.round(acceptedAtMs - endedAtMs) }],
  );
}

/** Each utterance once, in the order in which the lines are cited. */
function utterancesOf(evidence: Evidence, { lines }: AfterEvidence, refs: readonly LineRef[]): number[] {
  const found = refs.map((ref) => findUtterance({ ...evidence, stored: lines }, ref)?.index);
  return [...new Set(found.filter((index) => index !== undefined))];
}

/** Summaries name people as the transcript does. */
function ownerOf(evidence: Evidence, { lines }: AfterEvidence, name: string): string | null {
  const line = lines.find(({ speakerName }) => speakerName === name);
  return line ? speakerOf(evidence, line.speaker) : null;
}

/** Of everyone together, where that was made; else of the longest file. */
function lengthOf({ mix, files }: AfterEvidence['recordings'][number]): number {
  return mix?.durationMs ?? Math.max(0, ...files.map(({ durationMs }) => durationMs));
}

function revisedWer(evidence: Evidence, { stages, lines }: AfterEvidence): number | null {
  const isRevised = stages.some(({ stage, state }) => stage === 'revision' && state === 'done');
  return isRevised ? scoreTranscript(referenceOf(evidence), heardOf(evidence, lines)).wer : null;
}
