/**
 * Decides which captions may be shown. Only the meeting's agent can put words on a screen:
 * - the sender, as livekit-server stamped it, is a participant of kind AGENT whose identity is
 *   `ai-<meetingId>-<epoch>`, of the newest epoch;
 * - everything shown, the words too, is an attribute of the stream's header, which travels with that stamp. What
 *   follows a header (chunks, a trailer) can be written by anyone in the room and is not looked at.
 */
import { z } from 'zod/mini';
import {
  captionAttributes,
  epochOfIdentity,
  limits,
  type TranscriptLine,
  transcriptLineSchema,
} from '../../../../lib/messages.ts';
import { cleanText } from '../../../../lib/text.ts';

/** The header of a text stream as it arrived. */
export interface CaptionHeader {
  /** Who livekit-server says sent it; null when nobody of that identity is present. */
  sender: { identity: string; isAgent: boolean } | null;
  attributes: Record<string, string>;
}

export interface Interim {
  epoch: number;
  segmentId: string;
  speaker: string;
  speakerName: string;
  startMs: number;
  text: string;
}

export type Caption =
  | { type: 'interim'; interim: Interim }
  | { type: 'final'; line: TranscriptLine }
  /** The segment came to nothing: its interim text goes away. */
  | { type: 'dropped'; epoch: number; segmentId: string };

const wholeNumber = z.pipe(z.string().check(z.regex(/^\d{1,10}$/)), z.transform(Number));
const attributesSchema = z.object({
  [captionAttributes.text]: z.string().check(z.maxLength(limits.captionPacket)),
  [captionAttributes.segmentId]: z.string().check(z.minLength(1), z.maxLength(100)),
  [captionAttributes.final]: z.enum(['true', 'false']),
  [captionAttributes.trackSid]: z._default(z.string(), ''),
  [captionAttributes.speaker]: z.string().check(z.minLength(1), z.maxLength(200)),
  [captionAttributes.speakerName]: z.string().check(z.maxLength(limits.name)),
  [captionAttributes.epoch]: wholeNumber,
  [captionAttributes.seq]: z.optional(wholeNumber),
  [captionAttributes.startMs]: wholeNumber,
  [captionAttributes.endMs]: z.optional(wholeNumber),
  [captionAttributes.kind]: z._default(z.string(), 'speech'),
});

/** The caption in a header, or null when it may not be shown. `newestEpoch` is the newest that was ever here. */
export function acceptCaption(meetingId: string, newestEpoch: number, header: CaptionHeader): Caption | null {
  if (!header.sender?.isAgent) return null;
  const epoch = epochOfIdentity(meetingId, header.sender.identity);
  if (epoch === null || epoch < newestEpoch) return null;
  const parsed = attributesSchema.safeParse(header.attributes);
  if (!parsed.success || parsed.data[captionAttributes.epoch] !== epoch) return null;
  return captionOf(parsed.data);
}

function captionOf(attributes: z.infer<typeof attributesSchema>): Caption | null {
  const epoch = attributes[captionAttributes.epoch];
  const segmentId = attributes[captionAttributes.segmentId];
  const speaker = attributes[captionAttributes.speaker];
  const speakerName = cleanText(attributes[captionAttributes.speakerName], limits.name);
  const startMs = attributes[captionAttributes.startMs];
  const text = cleanText(attributes[captionAttributes.text], limits.line);
  if (attributes[captionAttributes.final] === 'false') {
    return { type: 'interim', interim: { epoch, segmentId, speaker, speakerName, startMs, text } };
  }
  const seq = attributes[captionAttributes.seq];
  if (seq === undefined) return text === '' ? { type: 'dropped', epoch, segmentId } : null;
  const line = transcriptLineSchema.safeParse({
    epoch,
    seq,
    kind: attributes[captionAttributes.kind],
    segmentId,
    speaker,
    speakerName,
    trackSid: attributes[captionAttributes.trackSid],
    startMs,
    endMs: attributes[captionAttributes.endMs] ?? startMs,
    text,
  });
  return line.success ? { type: 'final', line: line.data } : null;
}
