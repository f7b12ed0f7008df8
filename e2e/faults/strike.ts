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

/** Kills with SIGKILL: no handler runs, nothing is flushed. */
export function strike(instance: Instance, meetingId: string, targets: Target[]): void {
  for (const target of targets) {
    if (target === 'job') process.kill(jobPid(instance, meetingId), 'SIGKILL');
    else instance.parts[partOf[target]].kill('SIGKILL');
  }
}

/** Resolves when every part that was hit answers again; throws when one does not within a minute. */
export async function partsAreBack(instance: Instance, targets: Target[]): Promise<void> {
  await Promise.all(targets.map((target) => instance.parts[partOf[target]].healthy()));
}

/** The process that hears this meeting, by the spool that it writes. */
function jobPid(instance: Instance, meetingId: string): number {
  const folder = instance.env.AGENT_SPOOL ?? '';
  const spools = readdirSync(folder)
    .filter((name) => name.startsWith(meetingId) && name.endsWith(spoolSuffix))
    .flatMap((name) => readSpool(join(folder, name)) ?? [])
    .toSorted((a, b) => b.header.epoch - a.header.epoch);
  const newest = spools[0];
  if (!newest) throw new Error(`no agent job writes a spool for ${meetingId}`);
  return newest.header.pid;
}
