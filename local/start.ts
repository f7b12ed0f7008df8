/** `npm start`: all of Parley on this machine, until Ctrl-C. */
import { once } from 'node:events';
import { ConfigError, readConfig } from '../lib/config.ts';
import { sharedFolder } from './folders.ts';
import { type Instance, startInstance } from './instance.ts';
import { partNames } from './part.ts';
import { createProgressPrinter } from './progress-lines.ts';
import { listenForStop } from './stop-signals.ts';
import type { SupervisorEvent } from './supervisor.ts';

const printer = createProgressPrinter(process.stdout);

using stop = listenForStop(
  () => {
    printer.finish();
    console.log('Parley stops ...');
  },
  // The guards of the children take over.
  () => process.exit(130),
);

try {
  await run();
} catch (error) {
  printer.finish();
  if (!stop.signal.aborted) {
    console.error(error instanceof Error ? error.message : error);
    process.exitCode = error instanceof ConfigError ? 2 : 1;
  }
} finally {
  if (stop.signal.aborted) process.exitCode = stop.exitCode();
  if (process.connected) process.disconnect();
}

async function run(): Promise<void> {
  readConfig(process.env);
  console.log('Parley starts.');
  await using instance = await startInstance({
    dataFolder: process.env.PARLEY_DATA || sharedFolder,
    // Known from other tools; two instances that start at once must not both wait for it.
    preferredPort: 3000,
    signal: stop.signal,
    onProgress: printer.report,
    onEvent: (event) => console.error(describeEvent(event)),
  });
  printer.finish();
  printReady(instance);
  if (!stop.signal.aborted) await once(stop.signal, 'abort');
}

function printReady(instance: Instance): void {
  console.log('');
  for (const name of partNames) console.log(`  ${name.padEnd(10)} ${instance.parts[name].describe}`);
  console.log('\nReady. Ctrl-C stops everything.');
  console.log(instance.url);
}

function describeEvent(event: SupervisorEvent): string {
  const when = event.restartInMs === 0 ? 'at once' : `in ${event.restartInMs / 1_000} s`;
  if (event.kind === 'not-started')
    return `${event.name} cannot be started (${event.error}); next try ${when}.`;
  const how = event.exit.signal ?? `exit code ${event.exit.code}`;
  return `${event.name} ended (${how}); it starts again ${when}.`;
}
