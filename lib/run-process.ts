import { ConfigError } from './config.ts';
import { ParleyError } from './errors.ts';

/**
 * Runs one process until SIGTERM, SIGINT or the loss of its parent's IPC channel. `main` gets the signal and
 * the environment; what it holds with `await using` is released in reverse before the process ends. A
 * configuration that cannot be used ends it with one clear message and status 2.
 */
export async function runProcess(
  name: string,
  main: (signal: AbortSignal, env: Record<string, string | undefined>) => Promise<void>,
): Promise<void> {
  const stop = new AbortController();
  const onStop = () => stop.abort();
  process.once('SIGTERM', onStop);
  process.once('SIGINT', onStop);
  process.once('disconnect', onStop);
  try {
    // biome-ignore lint/style/noProcessEnv: the one place where a process hands its environment to readConfig
    await main(stop.signal, process.env);
    process.exitCode = 0;
  } catch (error) {
    process.stderr.write(`${name}: ${describe(error)}\n`);
    process.exitCode = error instanceof ConfigError ? 2 : 1;
  } finally {
    if (process.connected) process.disconnect();
  }
}

/** Expected trouble as its sentence; anything else with where it came from. */
function describe(error: unknown): unknown {
  if (error instanceof ConfigError || error instanceof ParleyError) return error.message;
  return error instanceof Error ? error.stack : error;
}
