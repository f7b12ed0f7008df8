/** Builds the browser app when its sources are not those of the last build. */
import { createHash } from 'node:crypto';
import { access, glob, mkdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { projectFolder, sharedFolder } from './folders.ts';
import { readLogTail } from './log-files.ts';
import type { OnProgress } from './progress.ts';
import { runGuarded } from './run-guarded.ts';

const sources = ['web/client/**/*', 'lib/**/*.ts', 'vite.config.ts', 'package.json'];
const dist = join(projectFolder, 'web/client/dist');
const stampFile = join(sharedFolder, 'client-build.stamp');

/** Takes milliseconds when nothing changed. The folder that web serves is replaced only by a whole build. */
export async function buildClient({ onProgress, signal }: { onProgress?: OnProgress; signal?: AbortSignal }) {
  const stamp = await hashSources();
  if (await isCurrent(stamp)) return;
  await mkdir(sharedFolder, { recursive: true });
  const fresh = join(sharedFolder, `client-build-${process.pid}`);
  const logFile = join(sharedFolder, 'client-build.log');
  await rm(logFile, { force: true });
  try {
    const exit = await runGuarded({
      command: process.execPath,
      args: [
        join(projectFolder, 'node_modules/vite/bin/vite.js'),
        'build',
        '--outDir',
        fresh,
        '--emptyOutDir',
      ],
      env: { ...process.env, NODE_ENV: 'production' },
      cwd: projectFolder,
      logFile,
      stopPlan: [{ signal: 'SIGTERM', waitMs: 2_000 }],
      signal,
      onTick: () => onProgress?.({ task: 'build the browser app' }),
    });
    if (exit.code !== 0) {
      throw new Error(`The browser app could not be built:\n${await readLogTail(logFile, 20)}`);
    }
    const old = `${fresh}-old`;
    await rename(dist, old).catch((error: NodeJS.ErrnoException) => {
      if (error.code !== 'ENOENT') throw error;
    });
    await rename(fresh, dist);
    await rm(old, { recursive: true, force: true });
    await writeFile(stampFile, stamp);
  } finally {
    await rm(fresh, { recursive: true, force: true });
  }
}

async function isCurrent(stamp: string): Promise<boolean> {
  const [last, page] = await Promise.all([
    readFile(stampFile, 'utf8').catch(() => null),
    access(join(dist, 'index.html')).then(
      () => true,
      () => false,
    ),
  ]);
  return page && last === stamp;
}

async function hashSources(): Promise<string> {
  const files: string[] = [];
  for await (const entry of glob(sources, { cwd: projectFolder, withFileTypes: true })) {
    const path = join(entry.parentPath, entry.name);
    if (entry.isFile() && !path.startsWith(dist) && !/\.test\.tsx?$/.test(path)) files.push(path);
  }
  const hash = createHash('sha256');
  for (const file of files.sort())
    hash
      .update(file)
      .update('\0')
      .update(await readFile(file));
  return hash.digest('hex');
}
