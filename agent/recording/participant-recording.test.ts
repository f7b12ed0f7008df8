import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createId } from '../../lib/ids.ts';
import { createLogger } from '../../lib/logger.ts';
import { createOpusWriter, type OpusWriter } from '../../lib/sound/opus-writer.ts';
import { createParticipantRecording } from './participant-recording.ts';

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'parley-participant-'));
});
afterAll(() => rm(folder, { recursive: true, force: true }));

/** A second of silence, written to a disk on which `verb` fails. */
function record(verb: keyof OpusWriter, code: string) {
  let now = 1_000;
  return createParticipantRecording({
    folder,
    location: `mtg_1/rec_1/${verb}-${code}.ogg`,
    participantId: createId('par'),
    now: () => {
      now += 1_000;
      return now;
    },
    logger: createLogger('test', 'silent'),
    createWriter: async (options) => {
      const writer = await createOpusWriter(options);
      const fails = () => Promise.reject(Object.assign(new Error(code), { code }));
      return {
        samples: 0,
        write: (sound) => writer.write(sound),
        close: () => writer.close(),
        [verb]: fails,
      };
    },
  });
}

describe(createParticipantRecording, () => {
  it('says what went wrong with its own file, and lets the others be closed', async () => {
    expect(await (await record('close', 'ENOSPC')).close()).toMatchObject({
      closed: true,
      problem: 'The disk was full.',
    });
    expect(await (await record('write', 'EIO')).close()).toMatchObject({
      closed: true,
      problem: 'The sound could not be kept to the end.',
    });
  });
});
