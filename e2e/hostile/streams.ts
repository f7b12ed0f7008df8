/** Packets of one data stream, as LiveKit's clients send them: a header, chunks, a trailer. */
import { randomUUID } from 'node:crypto';
import { DataStream_Chunk, DataStream_Header, DataStream_Trailer } from '@livekit/protocol';
import type { Packet } from './intruder.ts';

interface Stream {
  topic: string;
  text: string;
  attributes?: Record<string, string>;
  /** A new one by itself. */
  streamId?: string;
  bytes?: boolean;
}

export function streamOf({
  topic,
  text,
  attributes = {},
  streamId = randomUUID(),
  bytes = false,
}: Stream): Packet[] {
  const content = new TextEncoder().encode(text);
  const header = new DataStream_Header({
    ...{ streamId, topic, attributes },
    timestamp: BigInt(Date.now()),
    mimeType: bytes ? 'application/octet-stream' : 'text/plain',
    totalLength: BigInt(content.length),
    contentHeader: bytes
      ? { case: 'byteHeader', value: { name: 'planted' } }
      : { case: 'textHeader', value: { generated: true } },
  });
  return [
    { value: { case: 'streamHeader', value: header } },
    chunkOf(streamId, content),
    trailerOf(streamId, {}),
  ];
}

export function chunkOf(streamId: string, content: Uint8Array, chunkIndex = 0n): Packet {
  return { value: { case: 'streamChunk', value: new DataStream_Chunk({ streamId, content, chunkIndex }) } };
}

export function trailerOf(streamId: string, attributes: Record<string, string>): Packet {
  return { value: { case: 'streamTrailer', value: new DataStream_Trailer({ streamId, attributes }) } };
}
