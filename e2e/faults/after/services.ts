/** What functions and mails need from outside, which lives on whatever is stopped: a model, speech to text, a mailbox. */
import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { Hono } from 'hono';
import { startScriptedModel } from '../../../functions/testing/scripted-model.ts';
import type { SummaryServer } from '../../../lib/config.ts';
import { startServer } from '../../../lib/server.ts';
import { createOpusWriter } from '../../../lib/sound/opus-writer.ts';
import { type Delivery, startMailbox } from './mailbox.ts';

/** Where they are; can be handed to another process. */
export interface ServiceAddresses {
  summary: SummaryServer;
  whisperUrl: string;
  smtpUrl: string;
  /** Of recordings. */
  folder: string;
}

export interface Services extends AsyncDisposable {
  addresses: ServiceAddresses;
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
  const mailbox = await startMailbox();
  const recordings = join(folder, 'recordings');
  await mkdir(recordings);
  return {
    addresses: {
      summary: model.server,
      whisperUrl: whisper.url,
      smtpUrl: mailbox.url,
      folder: recordings,
    },
    deliveries: mailbox.deliveries,
    soundFile: await writeTone(join(folder, 'tone.ogg')),
    async [Symbol.asyncDispose]() {
      await mailbox[Symbol.asyncDispose]();
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
