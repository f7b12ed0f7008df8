/** What functions and mails need from outside, which lives on whatever is stopped: a model, speech to text, a mailbox. */
import { once } from 'node:events';
import { mkdir } from 'node:fs/promises';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { Hono } from 'hono';
import { SMTPServer } from 'smtp-server';
import { startScriptedModel } from '../../../functions/testing/scripted-model.ts';
import type { SummaryServer } from '../../../lib/config.ts';
import { startServer } from '../../../lib/server.ts';
import { createOpusWriter } from '../../../lib/sound/opus-writer.ts';

/** Where they are; can be handed to another process. */
export interface ServiceAddresses {
  summary: SummaryServer;
  whisperUrl: string;
  smtpUrl: string;
  /** Of recordings. */
  folder: string;
}

export interface Delivery {
  to: string;
  messageId: string;
}

export interface Services extends AsyncDisposable {
  addresses: ServiceAddresses;
  /** Mails that were accepted, in order; the same one twice when its sender did not hear that it was. */
  deliveries: Delivery[];
  /** A recording of ten seconds, the same one for every meeting. */
  soundFile: string;
}

/** What the recording says, and when in the file. */
export const recordedWords = { startMs: 1_000, endMs: 4_000, text: 'I will send the figures on Monday.' };

const sampleRate = 16_000;

export async function startServices(folder: string): Promise<Services> {
  const model = await startScriptedModel({ kind: 'summary' });
  const whisper = await startServer(
    new Hono().post('/asr', (c) => {
      const { startMs, endMs, text } = recordedWords;
      return c.json({ segments: [{ start: startMs / 1_000, end: endMs / 1_000, text }] });
    }),
    { host: '127.0.0.1', port: 0 },
  );
  const deliveries: Delivery[] = [];
  const smtp = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS'],
    async onData(stream, session, done) {
      const chunks: Buffer[] = [];
      for await (const chunk of stream) chunks.push(chunk as Buffer);
      const messageId = /^message-id:\s*(\S+)/im.exec(Buffer.concat(chunks).toString())?.[1] ?? '';
      for (const { address } of session.envelope.rcptTo) deliveries.push({ to: address, messageId });
      done();
    },
  });
  // Whoever is killed while it sends closes in the middle of a word.
  smtp.on('error', () => undefined);
  smtp.listen(0, '127.0.0.1');
  await once(smtp.server, 'listening');
  const { port } = smtp.server.address() as AddressInfo;
  const recordings = join(folder, 'recordings');
  await mkdir(recordings);
  return {
    addresses: {
      summary: model.server,
      whisperUrl: whisper.url,
      smtpUrl: `smtp://127.0.0.1:${port}`,
      folder: recordings,
    },
    deliveries,
    soundFile: await writeTone(join(folder, 'tone.ogg')),
    async [Symbol.asyncDispose]() {
      await new Promise<void>((resolve) => smtp.close(() => resolve()));
      await whisper[Symbol.asyncDispose]();
      await model[Symbol.asyncDispose]();
    },
  };
}

/** A second of near silence, then a tone: what speech is looked for in. */
async function writeTone(file: string): Promise<string> {
  const writer = await createOpusWriter({ file, sampleRate });
  const sample = (at: number) => (at < sampleRate ? (at % 7) - 3 : 8_000 * Math.sin(at / 9));
  await writer.write(Int16Array.from({ length: 10 * sampleRate }, (_, at) => sample(at)));
  await writer.close();
  return file;
}
