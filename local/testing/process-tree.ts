import { execFile } from 'node:child_process';
import { readdir, readFile } from 'node:fs/promises';
import { promisify } from 'node:util';
import { processStart } from '../instance-lock.ts';

const run = promisify(execFile);

/** A process by its number and its start, so that a later one with the same number is another one. */
export interface KnownProcess {
  pid: number;
  startedAt: string;
  command: string;
}

/** The process, its children, and theirs. Guards are included; processes that ended are not. */
export async function listProcessTree(pid: number): Promise<KnownProcess[]> {
  const all = process.platform === 'linux' ? await readProc() : await readPs();
  const tree = new Set([pid]);
  // Every round finds one more generation.
  for (let size = 0; size < tree.size; ) {
    size = tree.size;
    for (const one of all) if (tree.has(one.parent)) tree.add(one.pid);
  }
  return all.flatMap((one) => {
    const startedAt = tree.has(one.pid) ? processStart(one.pid) : null;
    return startedAt === null ? [] : [{ pid: one.pid, startedAt, command: one.command }];
  });
}

/** Those of `processes` that still run. */
export function stillRunning(processes: KnownProcess[]): KnownProcess[] {
  return processes.filter(({ pid, startedAt }) => processStart(pid) === startedAt);
}

interface Row {
  pid: number;
  parent: number;
  command: string;
}

async function readProc(): Promise<Row[]> {
  const pids = (await readdir('/proc')).filter((name) => /^\d+$/.test(name));
  const rows = await Promise.all(
    pids.map(async (pid) => {
      const [stat, command] = await Promise.all([
        readFile(`/proc/${pid}/stat`, 'utf8').catch(() => ''),
        readFile(`/proc/${pid}/cmdline`, 'utf8').catch(() => ''),
      ]);
      const parent = Number(stat.split(') ').at(-1)?.split(' ')[1]);
      return { pid: Number(pid), parent, command: command.replaceAll('\0', ' ').trim() };
    }),
  );
  return rows.filter(({ parent }) => Number.isInteger(parent));
}

async function readPs(): Promise<Row[]> {
  const { stdout } = await run('ps', ['-A', '-o', 'pid=,ppid=,command=']);
  return stdout.split('\n').flatMap((line) => {
    const [, pid, parent, command] = line.match(/^\s*(\d+)\s+(\d+)\s+(.*)$/) ?? [];
    return pid && parent ? [{ pid: Number(pid), parent: Number(parent), command: command ?? '' }] : [];
  });
}
