import { type AskEvent, askEventSchema } from './archive-messages.ts';

/** The events of an answer as they arrive. Throws for what is none; ends early when the connection does. */
export async function* readAskEvents(
  body: ReadableStream<Uint8Array<ArrayBuffer>>,
): AsyncGenerator<AskEvent> {
  const reader = body.pipeThrough(new TextDecoderStream()).getReader();
  let open = '';
  try {
    for (let read = await reader.read(); !read.done; read = await reader.read()) {
      open += read.value;
      const blocks = open.split('\n\n');
      open = blocks.pop() ?? '';
      for (const block of blocks) {
        const data = block.replace(/^data: /gm, '');
        yield askEventSchema.parse(JSON.parse(data));
      }
    }
  } finally {
    await reader.cancel().catch(() => undefined);
  }
}
