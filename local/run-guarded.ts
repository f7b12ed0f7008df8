import { setTimeout as delay } from 'node:timers/promises';
import { type Exit, type GuardedOptions, spawnGuarded } from './guarded-process.ts';

const tickMs = 500;

export interface RunOptions extends GuardedOptions {
  /** Stops the program; the call then rejects with the signal's reason. */
  signal?: AbortSignal;
  /** Called twice a second while the program runs. */
  onTick?: () => unknown;
}

/** Runs a program to its end. */
export async function runGuarded({ signal, onTick, ...options }: RunOptions): Promise<Exit> {
  signal?.throwIfAborted();
  const program = await spawnGuarded(options);
  const stop = () => void program.stop();
  signal?.addEventListener('abort', stop);
  try {
    if (signal?.aborted) stop();
    let exit: Exit | null = null;
    while (exit === null) {
      await onTick?.();
      exit = await Promise.race([program.exited, delay(tickMs, null)]);
    }
    signal?.throwIfAborted();
    return exit;
  } finally {
    signal?.removeEventListener('abort', stop);
    await program.stop();
  }
}
