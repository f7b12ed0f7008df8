/** One log per part and run; the run before is kept beside it as `.1`. */
import { mkdir, readFile, rename, rm } from 'node:fs/promises';
import { join } from 'node:path';

/** Makes room for a new log and returns its path. */
export async function startLogFile(folder: string, part: string): Promise<string> {
  await mkdir(folder, { recursive: true });
  const file = join(folder, `${part}.log`);
  await rm(`${file}.1`, { force: true });
  await rename(file, `${file}.1`).catch((error: NodeJS.ErrnoException) => {
    if (error.code !== 'ENOENT') throw error;
  });
  return file;
}

/** The last lines, or a note that there are none. */
export async function readLogTail(file: string, lines: number): Promise<string> {
  const text = await readFile(file, 'utf8').catch(() => '');
  return text.trimEnd().split('\n').slice(-lines).join('\n') || '(its log is empty)';
}
