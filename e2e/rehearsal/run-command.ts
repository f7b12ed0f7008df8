/** The frame of every command that plays, measures or breaks a Parley of its own. */
import { dispose } from '@livekit/rtc-node';
import type { Instance } from '../../local/instance.ts';
import { createProgressPrinter } from '../../local/progress-lines.ts';
import { listenForStop } from '../../local/stop-signals.ts';
import { type OwnInstanceOptions, withOwnInstance } from './own-instance.ts';
import { quietLiveKit } from './quiet-livekit.ts';

export interface Command {
  /** Ends with Ctrl-C, SIGTERM, SIGHUP or the parent. */
  signal: AbortSignal;
  /** `withOwnInstance` with this signal; how far its start is stands on standard error. */
  withInstance<T>(options: CommandInstanceOptions, work: (instance: Instance) => Promise<T>): Promise<T>;
}

type CommandInstanceOptions = Omit<OwnInstanceOptions, 'signal' | 'onProgress' | 'env'> & {
  /** `process.env` when left out. */
  env?: NodeJS.ProcessEnv;
};

/**
 * Runs `work` and sets the exit code of the process: what `work` returns, 1 with a sentence on standard error when it
 * throws, 128 + n after signal n (130 after Ctrl-C).
 */
export async function runCommand(work: (command: Command) => Promise<number>): Promise<void> {
  const printer = createProgressPrinter(process.stderr);
  using stop = listenForStop(
    () => console.error('Stopping ...'),
    () => process.exit(130),
  );
  const { signal } = stop;
  quietLiveKit();
  try {
    process.exitCode = await work({
      signal,
      async withInstance({ env = process.env, ...options }, use) {
        try {
          return await withOwnInstance(
            { ...options, env, signal, onProgress: printer.report },
            async (instance) => {
              printer.finish();
              return await use(instance);
            },
          );
        } finally {
          printer.finish();
        }
      },
    });
  } catch (error) {
    console.error(error instanceof Error ? error.message : error);
    process.exitCode = 1;
  } finally {
    // The runtime of connections to LiveKit would keep this process.
    await dispose();
    if (signal.aborted) process.exitCode = stop.exitCode() || 130;
    if (process.connected) process.disconnect();
  }
}
