/** An SMTP server on loopback that takes every mail and remembers to whom it went. */
import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { SMTPServer } from 'smtp-server';
import { nowMs } from '../../rehearsal/clock.ts';

export interface Delivery {
  to: string;
  messageId: string;
  /** When it was accepted. */
  atMs: number;
}

export interface Mailbox extends AsyncDisposable {
  url: string;
  /** In order; the same mail twice when its sender did not hear that it was accepted. */
  deliveries: Delivery[];
}

export async function startMailbox(): Promise<Mailbox> {
  const deliveries: Delivery[] = [];
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS'],
    async onData(stream, session, done) {
      // Null where the sender was killed in the middle: nothing was accepted.
      const text = await readText(stream).catch(() => null);
      if (text === null) return;
      const messageId = /^message-id:\s*(\S+)/im.exec(text)?.[1] ?? '';
      const atMs = nowMs();
      for (const { address } of session.envelope.rcptTo) deliveries.push({ to: address, messageId, atMs });
      done();
    },
  });
  // Whoever is killed while it sends closes in the middle of a word.
  server.on('error', () => undefined);
  server.listen(0, '127.0.0.1');
  await once(server.server, 'listening');
  const { port } = server.server.address() as AddressInfo;
  return {
    url: `smtp://127.0.0.1:${port}`,
    deliveries,
    [Symbol.asyncDispose]: () => new Promise<void>((resolve) => server.close(() => resolve())),
  };
}

async function readText(stream: AsyncIterable<Buffer>): Promise<string> {
  const chunks: Buffer[] = [];
  for await (const chunk of stream) chunks.push(chunk);
  return Buffer.concat(chunks).toString();
}
