import { readFile } from 'node:fs/promises';
import { listProcessTree } from '../local/testing/process-tree.ts';

/**
 * Memory of a process and its children in megabytes (10^6 bytes): proportional set size, in which a page that
 * n processes share counts 1/n for each (`/proc/PID/smaps_rollup`, Linux only).
 */
export async function processTreeMegabytes(pid: number): Promise<number> {
  const tree = await listProcessTree(pid);
  const sizes = await Promise.all(
    // A process that has just ended takes no memory.
    tree.map(async (one) =>
      parsePss(await readFile(`/proc/${one.pid}/smaps_rollup`, 'utf8').catch(() => 'Pss: 0 kB')),
    ),
  );
  return sizes.reduce((sum, bytes) => sum + bytes, 0) / 1e6;
}

/** Bytes of the `Pss:` line of a `smaps_rollup`. */
export function parsePss(rollup: string): number {
  const kibibytes = /^Pss:\s+(\d+) kB$/m.exec(rollup)?.[1];
  if (kibibytes === undefined) throw new Error('smaps_rollup has no Pss line');
  return Number(kibibytes) * 1024;
}
