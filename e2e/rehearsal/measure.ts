import { measureDurability } from './durability.ts';
import type { Evidence } from './evidence.ts';
import type { PlanFigures } from './follow-through.ts';
import { measureLatencies } from './latency.ts';
import { type AfterFigures, measureAfter } from './measure-after.ts';
import { type ApprovalFigures, measureApprovals } from './measure-approvals.ts';
import { measureReplies, type ReplyFigures } from './measure-replies.ts';
import { type Percentiles, summariseLatency } from './percentiles.ts';
import { heardOf, referenceOf } from './scored-lines.ts';
import { scoreTranscript, type TranscriptScore } from './transcript-score.ts';

/** The JSON of a rehearsal. Null where it was not measured. */
export interface Figures {
  meetingId: string | null;
  captions: {
    /** A fraction: 0.03 is three per cent. */
    wer: number | null;
    attributionErrors: number | null;
    finalLatencyMs: Percentiles;
    interimLatencyMs: Percentiles;
  };
  durability: {
    seen: number | null;
    stored: number | null;
    lost: number | null;
    duplicated: number | null;
    outOfOrder: number | null;
  };
  agent: { readyMs: number | null };
  replies: ReplyFigures[];
  approvals: ApprovalFigures[];
  /** Meetings that were planned by it; null where nobody could look, because the Parley is not our own. */
  plans: PlanFigures[] | null;
  /** Null for a meeting that did not end in order. */
  after: AfterFigures | null;
}

/** What the readable report says beside the figures. */
export interface Details {
  score: TranscriptScore | null;
  finalsMeasured: number;
  interimsMeasured: number;
  uncaptioned: number[];
}

/** The figures of a rehearsal from what it saw. */
export function measure(evidence: Evidence): { figures: Figures; details: Details } {
  const latencies = measureLatencies(evidence);
  const score = evidence.stored && scoreTranscript(referenceOf(evidence), heardOf(evidence, evidence.stored));
  const happened = evidence.meetingId !== null;
  const durability = measureDurability(evidence.captions, evidence.stored);
  return {
    figures: {
      meetingId: evidence.meetingId,
      captions: {
        wer: score?.wer ?? null,
        attributionErrors: score?.attributionErrors ?? null,
        finalLatencyMs: summariseLatency(latencies.final),
        interimLatencyMs: summariseLatency(latencies.interim),
      },
      durability: {
        ...durability,
        seen: happened ? durability.seen : null,
        outOfOrder: happened ? durability.outOfOrder : null,
      },
      agent: { readyMs: evidence.readyMs === null ? null : Math.round(evidence.readyMs) },
      replies: measureReplies(evidence),
      approvals: measureApprovals(evidence),
      plans: evidence.plans,
      after: measureAfter(evidence),
    },
    details: {
      score,
      finalsMeasured: latencies.final.length,
      interimsMeasured: latencies.interim.length,
      uncaptioned: latencies.uncaptioned,
    },
  };
}
