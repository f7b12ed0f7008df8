import { z } from 'zod';
import { epochOfIdentity, captionAttributes as key } from '../../lib/messages.ts';
import type { ReceivedCaption } from './evidence.ts';

const count = z.string().regex(/^\d+$/).transform(Number);
const attributes = z.object({
  [key.text]: z.string(),
  [key.segmentId]: z.string().min(1),
  [key.final]: z.enum(['true', 'false']),
  [key.speaker]: z.string().min(1),
  [key.epoch]: count,
  [key.startMs]: count,
  [key.endMs]: count.optional(),
  [key.seq]: count.optional(),
});

/** The header of a text stream on the caption topic, as it came in. */
export interface IncomingCaption {
  receiver: string;
  atMs: number;
  sender: { identity: string; isAgent: boolean };
  attributes: Record<string, string>;
}

/**
 * The caption in a text stream, or null when it does not come from an agent of this meeting in the epoch that
 * it claims, or is not a caption at all. A late one of an older epoch counts: someone may have seen it.
 */
export function readCaption(meetingId: string, incoming: IncomingCaption): ReceivedCaption | null {
  const epoch = epochOfIdentity(meetingId, incoming.sender.identity);
  if (epoch === null || !incoming.sender.isAgent) return null;
  const parsed = attributes.safeParse(incoming.attributes);
  if (!parsed.success || parsed.data[key.epoch] !== epoch) return null;
  const isFinal = parsed.data[key.final] === 'true';
  const seq = parsed.data[key.seq];
  if (isFinal && seq === undefined) return null;
  return {
    receiver: incoming.receiver,
    atMs: incoming.atMs,
    segmentId: parsed.data[key.segmentId],
    speaker: parsed.data[key.speaker],
    epoch,
    text: parsed.data[key.text],
    startMs: parsed.data[key.startMs],
    endMs: parsed.data[key.endMs] ?? null,
    seq: isFinal ? (seq ?? null) : null,
  };
}
