/** `node e2e/make-spoken-folder.ts SCRIPT.json TO`: a rehearsal folder from written lines, spoken by the local voice. */
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import { sharedFolder } from '../local/folders.ts';
import { fetchModels } from '../local/models/fetch-models.ts';
import { splitSentences } from '../local/models/text-to-speech/sentences.ts';
import { spokenText } from '../local/models/text-to-speech/spoken-text.ts';
import { loadVoice, voiceRate } from '../local/models/text-to-speech/voice.ts';
import { encodeWav } from './rehearsal/wav.ts';

const script = z.object({
  title: z.string(),
  speakers: z.record(z.string(), z.object({ name: z.string(), email: z.email().optional() })),
  lines: z.array(
    z.object({
      speaker: z.string(),
      text: z.string(),
      /** Pause before it, in milliseconds. */
      pauseMs: z.number().default(700),
      /** 1 is normal; people who all speak with one voice differ in this. */
      speed: z.number().default(1),
    }),
  ),
});

const [from, to] = process.argv.slice(2);
if (from === undefined || to === undefined) {
  throw new Error('Usage: node e2e/make-spoken-folder.ts SCRIPT.json TO');
}
const { title, speakers, lines } = script.parse(JSON.parse(await readFile(from, 'utf8')));
const paths = await fetchModels({ folder: join(sharedFolder, 'models') });
const voice = await loadVoice(paths.voice);
await mkdir(to, { recursive: true });

const utterances: object[] = [];
let nextMs = 1_000;
for (const [position, { speaker, text, pauseMs, speed }] of lines.entries()) {
  const spoken: Float32Array[] = [];
  for (const sentence of splitSentences(spokenText(text))) spoken.push(await voice.speak(sentence, speed));
  const samples = Int16Array.from(
    spoken.flatMap((piece) => [...piece]),
    (value) => Math.max(-1, Math.min(1, value)) * 32_767,
  );
  const index = position + 1;
  const file = `${String(index).padStart(2, '0')}-${speaker}.wav`;
  await writeFile(join(to, file), encodeWav({ sampleRate: voiceRate, samples }));
  const startMs = nextMs + pauseMs;
  const durationMs = Math.round((samples.length / voiceRate) * 1_000);
  utterances.push({ index, speaker, file, startMs, durationMs, text });
  nextMs = startMs + durationMs;
}
const timeline = { title, sampleRate: voiceRate, speakers, totalMs: nextMs + 600, utterances };
await writeFile(join(to, 'timeline.json'), `${JSON.stringify(timeline, null, 1)}\n`);
console.log(`${utterances.length} utterances in ${Math.round(nextMs / 1_000)} s: ${to}`);
