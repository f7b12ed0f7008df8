import { describe, expect, it } from 'vitest';
import { readAskEvents } from './read-ask-events.ts';

const start = { type: 'start', by: 'rules', meetings: 2 } as const;
const end = { type: 'end', found: false, dropped: 0, problem: null } as const;

async function read(...pieces: string[]) {
  const stream = new ReadableStream<Uint8Array<ArrayBuffer>>({
    start(controller) {
      for (const piece of pieces) controller.enqueue(new TextEncoder().encode(piece));
      controller.close();
    },
  });
  return await Array.fromAsync(readAskEvents(stream));
}

describe(readAskEvents, () => {
  it('reads events, however they arrive', async () => {
    const text = [start, end].map((event) => `data: ${JSON.stringify(event)}\n\n`).join('');
    expect(await read(...text)).toEqual([start, end]);
    expect(await read(text)).toEqual([start, end]);
  });

  it('leaves out what was cut off', async () => {
    expect(await read(`data: ${JSON.stringify(start)}\n\ndata: {"ty`)).toEqual([start]);
  });

  it('throws for what is no event', async () => {
    await expect(read('data: {"type":"other"}\n\n')).rejects.toThrow();
  });
});
