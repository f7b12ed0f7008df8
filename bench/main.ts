/** `npm run bench -- [NAME]`: measures Parley against bare baselines of the same run, and prints the ratios. */
import { dispose } from '@livekit/rtc-node';
import { withOwnInstance } from '../e2e/rehearsal/own-instance.ts';
import { quietLiveKit } from '../e2e/rehearsal/quiet-livekit.ts';
import { createProgressPrinter } from '../local/progress-lines.ts';
import { listenForStop } from '../local/stop-signals.ts';
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

const printer = createProgressPrinter(process.stderr);
using stop = listenForStop(
  () => console.error('The benchmarks stop ...'),
  () => process.exit(130),
);

try {
  await runBenchmarks(process.argv.slice(2));
} catch (error) {
  printer.finish();
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
} finally {
  await dispose();
  if (stop.signal.aborted) process.exitCode = stop.exitCode() || 130;
  if (process.connected) process.disconnect();
}

async function runBenchmarks(names: string[]): Promise<void> {
  const unknown = names.filter((name) => !benchmarks.some((benchmark) => benchmark.name === name));
  if (unknown.length > 0) {
    const known = benchmarks.map(({ name }) => name).join(', ');
    throw new Error(`There is no benchmark ${unknown.join(', ')}: there are ${known}.`);
  }
  quietLiveKit();
  for (const benchmark of benchmarks) {
    if (names.length > 0 && !names.includes(benchmark.name)) continue;
    for (const figure of await runOne(benchmark)) console.log(formatFigure(figure));
  }
}

async function runOne(benchmark: Benchmark): Promise<Figure[]> {
  console.error(`${benchmark.name}:`);
  await using speech = await startStubSpeech();
  const env = { ...process.env, ...(benchmark.models === 'stand-in' ? speech.env : {}) };
  await using opened = 'open' in benchmark ? await benchmark.open() : null;
  const services = opened?.services ?? {};
  const options = { env, services, signal: stop.signal, onProgress: printer.report };
  return await withOwnInstance(options, async (instance) => {
    printer.finish();
    const onProgress = (message: string) => console.error(`  ${message}`);
    const context = { instance, signal: stop.signal, onProgress };
    if (opened) return opened.run(context);
    return 'run' in benchmark ? benchmark.run(context, speech.answeredAtMs) : [];
  });
}
