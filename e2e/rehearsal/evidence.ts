import type { ApprovalView, Reply } from '../../lib/assistant-messages.ts';
import type { TranscriptLine } from '../../lib/messages.ts';
import type { AfterEvidence } from './follow-end.ts';
import type { PlanFigures } from './follow-through.ts';
import type { VoiceStretch } from './voice-stretches.ts';

/** What was said, with the moments at which it was handed to LiveKit (Unix time in milliseconds). */
export interface SpokenUtterance {
  index: number;
  /** Id in the timeline. */
  speaker: string;
  text: string;
  /** When it was due (Unix time), also where it was never played. */
  plannedAtMs: number;
  durationMs: number;
  /** Null when it was not played or holds no voice. */
  voiced: { firstAtMs: number; lastAtMs: number } | null;
}

/** One caption packet as one participant received it. */
export interface ReceivedCaption {
  /** LiveKit identity of the receiver. */
  receiver: string;
  /** Unix time in milliseconds. */
  atMs: number;
  segmentId: string;
  /** LiveKit identity of the person who spoke. */
  speaker: string;
  epoch: number;
  text: string;
  /** On the meeting's clock. */
  startMs: number;
  /** Null where an interim caption does not say. */
  endMs: number | null;
  /** Null on interim captions. */
  seq: number | null;
}

/** A proposal as it came up on somebody's screen. */
export interface ShownApproval {
  /** Id in the timeline. */
  speaker: string;
  /** Unix time in milliseconds. */
  atMs: number;
  view: ApprovalView;
}

/** Everything that one rehearsal saw: the measures are functions of this. */
export interface Evidence {
  meetingId: string | null;
  /** Unix time of the meeting's zero. */
  startedAtMs: number | null;
  /** LiveKit identity by timeline speaker, of those who joined. */
  identities: ReadonlyMap<string, string>;
  spoken: SpokenUtterance[];
  captions: ReceivedCaption[];
  /** The transcript after the end; null when it could not be read. */
  stored: TranscriptLine[] | null;
  /** From the first join answered to the agent listening; null when it never did. */
  readyMs: number | null;
  /** When the AI participant was heard. */
  voice: readonly VoiceStretch[];
  shown: ShownApproval[];
  /** After the end, as web has them; null when they could not be read. */
  approvals: ApprovalView[] | null;
  replies: Reply[] | null;
  /** Null where nobody could look. */
  plans: PlanFigures[] | null;
  /** Null for a meeting that did not end in order. */
  after: AfterEvidence | null;
}

/** Of a meeting that never came about: nothing was seen. */
export function emptyEvidence(spoken: SpokenUtterance[]): Evidence {
  return {
    meetingId: null,
    startedAtMs: null,
    identities: new Map(),
    spoken,
    captions: [],
    stored: null,
    readyMs: null,
    voice: [],
    shown: [],
    approvals: null,
    replies: null,
    plans: null,
    after: null,
  };
}
