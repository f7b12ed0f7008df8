/** Puts captions on every screen: one single-packet text stream per update, in order, under the agent's identity. */
import { setTimeout as sleep } from 'node:timers/promises';
import type { Logger } from '../lib/logger.ts';
import { captionTopic, captionAttributes as key, limits, type TranscriptLine } from '../lib/messages.ts';

/** The part of rtc-node's local participant that is needed here. */
export interface TextSender {
  sendText(text: string, options: { topic: string; attributes: Record<string, string> }): Promise<unknown>;
}

export interface InterimCaption {
  segmentId: string;
  speaker: string;
  speakerName: string;
  trackSid: string;
  startMs: number;
  text: string;
}

export interface Captions {
  /** Shows a final line after everything that was queued before it. */
  showFinal(line: TranscriptLine): void;
  /**
   * Shows what is understood so far; a newer text of the same segment overtakes one that still waits. Empty text
   * takes the segment back: nothing was said after all.
   */
  showInterim(caption: InterimCaption): void;
  /** Resolves when the queue is empty, or after `timeoutMs`. */
  drain(timeoutMs: number): Promise<void>;
}

/** A send that takes longer hangs in a reconnect; readers then catch up from web by the hole in `seq`. */
const sendTimeoutMs = 5_000;

type Packet = { segmentId: string; final: boolean; text: string; attributes: Record<string, string> };

export function createCaptions(sender: TextSender, epoch: number, logger: Logger): Captions {
  const queue: Packet[] = [];
  let running: Promise<void> | null = null;

  const run = async () => {
    for (let packet = queue.shift(); packet; packet = queue.shift()) {
      try {
        await withTimeout(
          sender.sendText(packet.text, {
            topic: captionTopic,
            attributes: { ...packet.attributes, [key.text]: packet.text },
          }),
          sendTimeoutMs,
        );
      } catch (error) {
        logger.warn({ err: error, segmentId: packet.segmentId, final: packet.final }, 'caption not sent');
      }
    }
    running = null;
  };

  const enqueue = (packet: Packet) => {
    const waiting = queue.findIndex((other) => !other.final && other.segmentId === packet.segmentId);
    if (waiting >= 0) queue.splice(waiting, 1);
    queue.push(packet);
    running ??= run();
  };

  return {
    showFinal: (line) =>
      enqueue({
        segmentId: line.segmentId,
        final: true,
        text: line.text.slice(0, limits.captionPacket),
        attributes: {
          ...attributesOf(line, epoch),
          [key.final]: 'true',
          [key.seq]: String(line.seq),
          [key.endMs]: String(line.endMs),
          [key.kind]: line.kind,
        },
      }),
    showInterim: (caption) =>
      enqueue({
        segmentId: caption.segmentId,
        final: false,
        text: caption.text.slice(0, limits.captionPacket),
        attributes: {
          ...attributesOf(caption, epoch),
          // A final without a number: the segment came to nothing.
          [key.final]: caption.text === '' ? 'true' : 'false',
          [key.kind]: 'speech',
        },
      }),
    async drain(timeoutMs) {
      if (running) await Promise.race([running, sleep(timeoutMs, undefined, { ref: false })]);
    },
  };
}

function attributesOf(caption: Omit<InterimCaption, 'text'>, epoch: number): Record<string, string> {
  return {
    [key.segmentId]: caption.segmentId,
    [key.trackSid]: caption.trackSid,
    [key.speaker]: caption.speaker,
    [key.speakerName]: caption.speakerName,
    [key.epoch]: String(epoch),
    [key.startMs]: String(caption.startMs),
  };
}

async function withTimeout(work: Promise<unknown>, timeoutMs: number): Promise<void> {
  const { promise, reject } = Promise.withResolvers<never>();
  const timer = setTimeout(() => reject(new Error(`no answer in ${timeoutMs} ms`)), timeoutMs);
  try {
    await Promise.race([work, promise]);
  } finally {
    clearTimeout(timer);
  }
}
