/** `local/start.ts`, or `npm start`, as a child process whose output and descendants a test can look at. */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { setTimeout as delay } from 'node:timers/promises';
import { projectFolder } from '../folders.ts';
import { type KnownProcess, listProcessTree, stillRunning } from './process-tree.ts';

export interface ParleyProcess extends AsyncDisposable {
  output(): string;
  /** Resolves to the first match in the output. Throws when the process ends or 90 s pass before. */
  prints(pattern: RegExp): Promise<string>;
  kill(signal: NodeJS.Signals): void;
  exited: Promise<{ code: number | null; signal: NodeJS.Signals | null }>;
  /** Everything that runs below it now, itself included. */
  processes(): Promise<KnownProcess[]>;
}

/** The address, which is the last line. */
export const readyLine = /^http:\/\/\S+$/m;

export function runParley(
  env: Record<string, string>,
  command: string[] = [process.execPath, 'local/start.ts'],
): ParleyProcess {
  const [program = process.execPath, ...args] = command;
  const child = spawn(program, args, {
    cwd: projectFolder,
    // What this test process was given must not decide which engines are embedded.
    env: { PATH: process.env.PATH, HOME: process.env.HOME, TMPDIR: process.env.TMPDIR, ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let text = '';
  child.stdout.on('data', (chunk) => (text += chunk));
  child.stderr.on('data', (chunk) => (text += chunk));
  const exited = once(child, 'close').then(([code, signal]) => ({ code, signal }));
  const hasEnded = () => child.exitCode !== null || child.signalCode !== null;
  let known: KnownProcess[] = [];

  const processes = async () => {
    if (child.pid !== undefined && !hasEnded()) known = await listProcessTree(child.pid);
    return known;
  };
  return {
    exited,
    processes,
    output: () => text,
    async prints(pattern) {
      for (const deadline = Date.now() + 90_000; Date.now() < deadline; await delay(20)) {
        const match = text.match(pattern);
        if (match) return match[0];
        if (hasEnded()) break;
      }
      throw new Error(`${pattern} was not printed:\n${text}`);
    },
    kill: (signal) => child.kill(signal),
    async [Symbol.asyncDispose]() {
      await processes();
      if (!hasEnded()) child.kill('SIGTERM');
      await exited;
      for (let tries = 0; tries < 100 && stillRunning(known).length > 0; tries++) await delay(100);
    },
  };
}
