import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { readSpool, spoolSuffix } from '../../agent/spool.ts';
import type { Instance } from '../../local/instance.ts';
import type { PartName } from '../../local/part.ts';
import type { Target } from './plan.ts';

const partOf: Record<Target, PartName> = {
  worker: 'agent',
  job: 'agent',
  web: 'web',
  postgres: 'postgres',
  runner: 'functions',
};

/** True when this target takes the meeting's agent with it. */
export function hitsAgent(target: Target): boolean {
  return partOf[target] === 'agent';
}

/** Kills with SIGKILL: no handler runs, nothing is flushed. False when there is no job to kill; then nothing is. */
export function strike(instance: Instance, meetingId: string, targets: Target[]): boolean {
  // Found before anything dies, so that the parts die together.
  const job = targets.includes('job') ? findJob(instance.env.AGENT_SPOOL ?? '', meetingId) : null;
  if (targets.includes('job') && job === null) return false;
  for (const target of targets) {
    if (target !== 'job') instance.parts[partOf[target]].kill('SIGKILL');
    else if (job !== null) process.kill(job, 'SIGKILL');
  }
  return true;
}

/** Resolves when every part that was hit answers again; throws when one does not within a minute. */
export async function partsAreBack(instance: Instance, targets: Target[]): Promise<void> {
  await Promise.all(targets.map((target) => instance.parts[partOf[target]].healthy()));
}

/** The process that hears this meeting: of the spools that are being written, the newest one's. */
function findJob(spoolFolder: string, meetingId: string): number | null {
  const writers = readdirSync(spoolFolder)
    .filter((name) => name.startsWith(meetingId) && name.endsWith(spoolSuffix))
    .flatMap((name) => readSpool(join(spoolFolder, name))?.header ?? [])
    .filter(({ pid }) => isRunning(pid))
    .toSorted((a, b) => b.epoch - a.epoch);
  return writers[0]?.pid ?? null;
}

function isRunning(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch {
    return false;
  }
}
