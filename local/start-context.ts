import type { Config } from '../lib/config.ts';
import { projectFolder } from './folders.ts';
import { type StopPlan, spawnGuarded } from './guarded-process.ts';
import { readLogTail, startLogFile } from './log-files.ts';
import type { PortMemory } from './ports.ts';
import type { OnProgress } from './progress.ts';
import { type Supervised, type SupervisorEvent, supervise } from './supervisor.ts';

/** What every part needs to start. */
export interface StartContext {
  config: Config;
  /** The environment that Parley itself was given. */
  env: NodeJS.ProcessEnv;
  dataFolder: string;
  logFolder: string;
  ports: PortMemory;
  /** Stops what was started, last first. */
  started: AsyncDisposableStack;
  onProgress: OnProgress;
  onEvent: (event: SupervisorEvent) => void;
  signal: AbortSignal;
}

/** Our own processes end within seconds of SIGTERM. */
const stopPlan: StopPlan = [{ signal: 'SIGTERM', waitMs: 8_000 }];

/** Runs one of our own entry files under Node until the instance stops. */
export async function startEntry(
  context: StartContext,
  entry: { name: string; args: string[]; env: Record<string, string>; isHealthy: Supervision['isHealthy'] },
): Promise<Supervised> {
  const logFile = await startLogFile(context.logFolder, entry.name);
  return startSupervised(context, {
    name: entry.name,
    logFile,
    isHealthy: entry.isHealthy,
    launch: () =>
      spawnGuarded({
        command: process.execPath,
        args: entry.args,
        env: { ...context.env, ...entry.env },
        cwd: projectFolder,
        logFile,
        stopPlan,
      }),
  });
}

type Supervision = Parameters<typeof supervise>[0] & { logFile: string };

/** As `supervise`; a part that does not start is reported with the end of its log. */
export async function startSupervised(
  context: StartContext,
  { logFile, ...options }: Pick<Supervision, 'name' | 'launch' | 'isHealthy' | 'logFile'>,
): Promise<Supervised> {
  context.signal.throwIfAborted();
  context.onProgress({ task: `start ${options.name}` });
  try {
    const supervised = await supervise({ ...options, onEvent: context.onEvent, signal: context.signal });
    context.started.use(supervised);
    return supervised;
  } catch (error) {
    context.signal.throwIfAborted();
    const reason = error instanceof Error ? error.message : String(error);
    throw new Error(`${reason}. The end of ${logFile}:\n${await readLogTail(logFile, 12)}`, { cause: error });
  }
}
