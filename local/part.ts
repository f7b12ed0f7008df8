/** One of the processes that make up Parley, whether it was started here or lives elsewhere. */
import type { Supervised } from './supervisor.ts';

/** In the order in which they are shown. */
export const partNames = ['postgres', 'livekit', 'models', 'web', 'functions', 'agent', 'recorder'] as const;
export type PartName = (typeof partNames)[number];

export interface Part {
  name: PartName;
  /** "embedded", or the address in use. */
  describe: string;
  /** Null while it is down and for a part that was not started here. */
  pid(): number | null;
  /** Kills it (SIGKILL by default); its supervisor brings it back. Throws for a part that was not started here. */
  kill(signal?: NodeJS.Signals): void;
  /** Resolves when it answers, after a `kill` from a new process. Throws after `timeoutMs` (60 s). */
  healthy(timeoutMs?: number): Promise<void>;
}

export function embeddedPart(name: PartName, supervised: Supervised, describe = 'embedded'): Part {
  return { name, describe, pid: supervised.pid, kill: supervised.kill, healthy: supervised.healthy };
}

/** `check` rejects when the part does not answer. */
export function externalPart(name: PartName, address: string, check: () => Promise<unknown>): Part {
  return {
    name,
    describe: address,
    pid: () => null,
    kill: () => {
      throw new Error(`${name} (${address}) was not started by Parley`);
    },
    async healthy() {
      await check();
    },
  };
}

/** An address without its password, fit for the screen. */
export function withoutPassword(address: string): string {
  const url = new URL(address);
  if (url.password !== '') url.password = '***';
  return url.href;
}
