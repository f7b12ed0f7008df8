/** `node e2e/make-crowd-folder.ts TO [FROM] [SEED]`: a rehearsal folder in which everyone talks at once. */
import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { crowd } from './rehearsal/crowd.ts';
import { readFolder } from './rehearsal/folder.ts';
import { encodeWav } from './rehearsal/wav.ts';

const [to, from = new URL('./fixtures/kickoff', import.meta.url).pathname, seed = '1'] =
  process.argv.slice(2);
if (to === undefined) throw new Error('Usage: node e2e/make-crowd-folder.ts TO [FROM] [SEED]');

const recording = crowd(await readFolder(from), Number(seed));
await mkdir(to, { recursive: true });
for (const { file, samples } of recording.utterances) {
  await writeFile(join(to, file), encodeWav({ sampleRate: recording.sampleRate, samples }));
}
const timeline = {
  title: recording.title,
  sampleRate: recording.sampleRate,
  speakers: Object.fromEntries(recording.speakers.map(({ id, name, email }) => [id, { name, email }])),
  totalMs: recording.totalMs,
  utterances: recording.utterances.map(({ samples: _, voiced: __, ...utterance }) => utterance),
};
await writeFile(join(to, 'timeline.json'), `${JSON.stringify(timeline, null, 1)}\n`);
console.log(`${recording.utterances.length} utterances in ${Math.round(recording.totalMs / 1_000)} s: ${to}`);
