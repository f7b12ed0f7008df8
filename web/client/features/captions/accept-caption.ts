/**
 * Decides which captions may be shown. Only the meeting's agent can put words on a screen, so everything is
 * taken from what livekit-server stamped or what came in one packet with it:
 * - the sender is a participant of kind AGENT whose identity is `ai-<meetingId>-<epoch>`, of the newest epoch;
 * - speaker, name, numbers and times are attributes of the stream's header, which travels with that stamp;
 * - the text is one chunk of exactly the announced length. Chunks and trailers carry no checked sender, so anyone
 *   can write into a stream that stays open; such a stream has more chunks or another length.
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

/** The one who sent a packet, as livekit-server says; null when it named nobody who is present. */
export interface Sender {
  identity: string;
  isAgent: boolean;
}

/** What a text stream says before its text. */
export interface CaptionHeader {
  sender: Sender | null;
  attributes: Record<string, string>;
  /** Announced length of the text in bytes of UTF-8. */
  sizeBytes: number | undefined;
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

/** True when the header alone gives no reason to refuse; only then is the text read. */
export function isFromNewestAgent(meetingId: string, newestEpoch: number, header: CaptionHeader): boolean {
  const { sender, sizeBytes } = header;
  if (!sender?.isAgent) return false;
  const epoch = epochOfIdentity(meetingId, sender.identity);
  return (
    epoch !== null && epoch >= newestEpoch && sizeBytes !== undefined && sizeBytes <= limits.captionPacket
  );
}

/** The caption in a packet whose header passed `isFromNewestAgent`, or null when it may not be shown. */
export function acceptCaption(
  meetingId: string,
  header: CaptionHeader,
  chunks: readonly string[],
): Caption | null {
  const text = chunks[0] ?? '';
  if (chunks.length > 1 || new TextEncoder().encode(text).byteLength !== header.sizeBytes) return null;
  const parsed = attributesSchema.safeParse(header.attributes);
  if (!parsed.success || !header.sender) return null;
  const epoch = parsed.data[captionAttributes.epoch];
  if (epoch !== epochOfIdentity(meetingId, header.sender.identity)) return null;
  return captionOf(parsed.data, text);
}

function captionOf(attributes: z.infer<typeof attributesSchema>, text: string): Caption | null {
  const epoch = attributes[captionAttributes.epoch];
  const segmentId = attributes[captionAttributes.segmentId];
  const speaker = attributes[captionAttributes.speaker];
  const speakerName = cleanText(attributes[captionAttributes.speakerName], limits.name);
  const startMs = attributes[captionAttributes.startMs];
  if (attributes[captionAttributes.final] === 'false') {
    const shown = cleanText(text, limits.line);
    return { type: 'interim', interim: { epoch, segmentId, speaker, speakerName, startMs, text: shown } };
  }
  const seq = attributes[captionAttributes.seq];
  if (seq === undefined) return text.trim() === '' ? { type: 'dropped', epoch, segmentId } : null;
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
    text: cleanText(text, limits.line),
  });
  return line.success ? { type: 'final', line: line.data } : null;
}
