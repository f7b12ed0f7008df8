/** `npm run bench -- [NAME]`: measures Parley against bare baselines of the same run, and prints the ratios. */
import { type Command, runCommand } from '../e2e/rehearsal/run-command.ts';
import { after } from './after/after.ts';
import { agentReady } from './agent-ready.ts';
import { bargeIn } from './barge-in.ts';
import { captionHandOff } from './caption-hand-off.ts';
import type { Benchmark } from './context.ts';
import { type Figure, formatFigure } from './figure.ts';
import { ingestRate } from './ingest-rate.ts';
import { meetingMemory } from './meeting-memory.ts';
import { reply } from './reply.ts';
import { rulesFirstWord } from './rules-first-word.ts';
import { search } from './search.ts';
import { startStubSpeech } from './stub-speech.ts';

const benchmarks: Benchmark[] = [
  captionHandOff,
  ingestRate,
  agentReady,
  meetingMemory,
  rulesFirstWord,
  reply,
  bargeIn,
  search,
  after,
];

await runCommand(async (command) => {
  const names = process.argv.slice(2);
  const unknown = names.filter((name) => !benchmarks.some((benchmark) => benchmark.name === name));
  if (unknown.length > 0) {
    const known = benchmarks.map(({ name }) => name).join(', ');
    throw new Error(`There is no benchmark ${unknown.join(', ')}: there are ${known}.`);
  }
  for (const benchmark of benchmarks) {
    if (names.length > 0 && !names.includes(benchmark.name)) continue;
    for (const figure of await runOne(benchmark, command)) console.log(formatFigure(figure));
  }
  return 0;
});

async function runOne(benchmark: Benchmark, { signal, withInstance }: Command): Promise<Figure[]> {
  console.error(`${benchmark.name}:`);
  await using speech = await startStubSpeech();
  const env = { ...process.env, ...(benchmark.models === 'stand-in' ? speech.env : {}) };
  await using opened = 'open' in benchmark ? await benchmark.open() : null;
  const services = opened?.services ?? {};
  return await withInstance({ env, services }, async (instance) => {
    const onProgress = (message: string) => console.error(`  ${message}`);
    const context = { instance, signal, onProgress };
    if (opened) return opened.run(context);
    return 'run' in benchmark ? benchmark.run(context, speech.answeredAtMs) : [];
  });
}
