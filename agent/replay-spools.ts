/** Delivers what killed jobs left in the spool folder. */
import { readdirSync, rmSync, statSync } from 'node:fs';
import { hostname } from 'node:os';
import { join } from 'node:path';
import { ParleyError } from '../lib/errors.ts';
import type { Logger } from '../lib/logger.ts';
import { readSpool, type SpoolHeader, spoolSuffix } from './spool.ts';
import { createWebClient } from './web-client.ts';

/** Jobs touch their spool every second; one that has been still for so long has lost its job. */
const stillMs = 30_000;
const linesPerCall = 200;

interface ReplayOptions {
  folder: string;
  webUrl: string;
  logger: Logger;
  isAlive?: (pid: number) => boolean;
}

/**
 * Delivers every spool whose job is gone and deletes it; also that of a meeting that was deleted meanwhile. Repeats are
 * harmless: web stores each line once.
 */
export async function replaySpools(options: ReplayOptions): Promise<void> {
  for (const name of listSpools(options.folder)) {
    const path = join(options.folder, name);
    try {
      await replaySpool(path, options);
    } catch (error) {
      const final = error instanceof ParleyError && !error.retryable;
      options.logger.warn({ err: error, spool: name, final }, 'spool of a lost job not delivered, kept');
    }
  }
}

async function replaySpool(
  path: string,
  { webUrl, logger, isAlive = processExists }: ReplayOptions,
): Promise<void> {
  const contents = readSpool(path);
  if (!contents) {
    // A kill before the header was written: nothing was ever shown from this file.
    if (Date.now() - statSync(path).mtimeMs > stillMs) rmSync(path, { force: true });
    return;
  }
  const { header, lines, damaged } = contents;
  if (isOwned(header, path, isAlive)) return;
  const { meetingId, epoch } = header;
  const web = createWebClient(webUrl, meetingId, header.token);
  const about = { meetingId, epoch, lines: lines.length, damaged };
  try {
    for (let i = 0; i === 0 || i < lines.length; i += linesPerCall) {
      await web.sendLines(lines.slice(i, i + linesPerCall), i + linesPerCall >= lines.length);
    }
    logger.info(about, 'spool of a lost job delivered');
  } catch (error) {
    if (!(error instanceof ParleyError && error.code === 'meeting_deleted')) throw error;
    logger.info(about, 'spool of a deleted meeting forgotten');
  }
  rmSync(path, { force: true });
}

function listSpools(folder: string): string[] {
  try {
    return readdirSync(folder).filter((name) => name.endsWith(spoolSuffix));
  } catch {
    return [];
  }
}

/**
 * A process that is missing on this machine is proof that its job is gone. A living one proves nothing: after a
 * container restarts, process ids begin again, and in another container they mean somebody else.
 */
function isOwned(header: SpoolHeader, path: string, isAlive: (pid: number) => boolean): boolean {
  if (header.host === hostname() && !isAlive(header.pid)) return false;
  return Date.now() - statSync(path).mtimeMs < stillMs;
}

function processExists(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return error instanceof Error && 'code' in error && error.code === 'EPERM';
  }
}
