/** Builders for tests of captions and transcripts. */
import { captionAttributes, type TranscriptLine, type TranscriptPage } from '../../../../lib/messages.ts';
import type { CaptionHeader, Interim } from './accept-caption.ts';

export const meetingId = 'mtg_01JD0000000000000000000000';

export function buildLine(change: Partial<TranscriptLine> = {}): TranscriptLine {
  const { epoch = 1, seq = 1 } = change;
  return {
    epoch,
    seq,
    kind: 'speech',
    segmentId: `seg_${epoch}_${seq}`,
    speaker: 'par_ana',
    speakerName: 'Ana',
    trackSid: 'TR_1',
    startMs: seq * 1_000,
    endMs: seq * 1_000 + 900,
    text: `line ${epoch}.${seq}`,
    ...change,
  };
}

export function buildInterim(change: Partial<Interim> = {}): Interim {
  return {
    epoch: 1,
    segmentId: 'seg_1_1',
    speaker: 'par_ana',
    speakerName: 'Ana',
    startMs: 1_000,
    text: 'so we',
    ...change,
  };
}

export function buildPage(lines: TranscriptLine[], change: Partial<TranscriptPage> = {}): TranscriptPage {
  const last = lines.at(-1);
  return {
    lines,
    gaps: [],
    next: last ? `${last.epoch}.${last.seq}` : null,
    more: false,
    status: 'live',
    ...change,
  };
}

interface HeaderChange {
  sender?: CaptionHeader['sender'];
  attributes?: Record<string, string | undefined>;
}

/** The header of a final caption with the text `text` from the agent of epoch 3. */
export function buildHeader(text: string, change: HeaderChange = {}): CaptionHeader {
  const attributes: Record<string, string | undefined> = {
    [captionAttributes.text]: text,
    [captionAttributes.segmentId]: 'seg_a',
    [captionAttributes.final]: 'true',
    [captionAttributes.trackSid]: 'TR_1',
    [captionAttributes.speaker]: 'par_ana',
    [captionAttributes.speakerName]: 'Ana',
    [captionAttributes.epoch]: '3',
    [captionAttributes.seq]: '7',
    [captionAttributes.startMs]: '1500',
    [captionAttributes.endMs]: '2500',
    [captionAttributes.kind]: 'speech',
    ...change.attributes,
  };
  const given = Object.entries(attributes).filter(
    (entry): entry is [string, string] => entry[1] !== undefined,
  );
  const { sender = { identity: `ai-${meetingId}-3`, isAgent: true } } = change;
  return { sender, attributes: Object.fromEntries(given) };
}
