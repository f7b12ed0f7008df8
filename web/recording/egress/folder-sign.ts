/**
 * Whether LiveKit Egress writes where we read. An egress whose folder is another one, or cannot be written, says so
 * when it ends, with the recording lost: the health check of its container touches a file, and here it is looked for.
 */
import { stat } from 'node:fs/promises';
import { join } from 'node:path';

export const signName = '.egress';
/** Six health checks of docker-compose.yml. */
const signAgeMs = 60_000;

/** Throws a sentence when Egress has not been there for a minute. */
export async function checkFolderSign(folder: string, nowMs: number): Promise<void> {
  const sign = await stat(join(folder, signName)).catch(() => null);
  if (!sign) throw new Error('The recorder does not write into the folder of recordings.');
  if (nowMs - sign.mtimeMs > signAgeMs) throw new Error('The recorder is not available.');
}
