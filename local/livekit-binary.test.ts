import { chmod, mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { describeGoOutput, findLiveKit, isGoRecentEnough } from './livekit-binary.ts';

describe(isGoRecentEnough, () => {
  it('asks for 1.26 or newer', () => {
    expect(isGoRecentEnough('go version go1.26.8 linux/amd64')).toBe(true);
    expect(isGoRecentEnough('go version go1.30 darwin/arm64')).toBe(true);
    expect(isGoRecentEnough('go version go2.0 linux/amd64')).toBe(true);
    expect(isGoRecentEnough('go version go1.25.9 linux/amd64')).toBe(false);
    expect(isGoRecentEnough('zsh: command not found')).toBe(false);
    expect(isGoRecentEnough(null)).toBe(false);
  });
});

describe(describeGoOutput, () => {
  it('counts downloads first, then compiled packages', () => {
    expect(describeGoOutput('')).toBeUndefined();
    expect(describeGoOutput('go: downloading a v1\ngo: downloading b v2\n')).toBe('2 modules downloaded');
    expect(describeGoOutput('go: downloading a v1\ninternal/abi\nruntime\n')).toBe('2 packages');
  });
});

describe(findLiveKit, () => {
  let folder: string;
  const find = (path: string[]) =>
    findLiveKit({
      env: { PATH: path.map((name) => join(folder, name)).join(':') },
      sharedFolder: folder,
      folder,
    });

  async function addProgram(path: string, script: string): Promise<void> {
    const file = join(folder, path);
    await mkdir(join(file, '..'), { recursive: true });
    await writeFile(file, `#!/bin/sh\n${script}\n`);
    await chmod(file, 0o755);
  }

  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'find-livekit-'));
  });
  afterEach(() => rm(folder, { recursive: true, force: true }));

  it('takes the one on the PATH before its own', async () => {
    await addProgram('path/livekit-server', '');
    await addProgram('bin/livekit-server', '');
    expect(await find(['empty', 'path'])).toEqual({ command: join(folder, 'path/livekit-server'), args: [] });
    expect(await find(['empty'])).toEqual({ command: join(folder, 'bin/livekit-server'), args: [] });
  });

  it('compiles it with a Go that is new enough', async () => {
    await addProgram(
      'path/go',
      `if [ "$1" = version ]; then echo go version go1.26.8 linux/amd64; exit; fi
       echo "$@" > ${'"$GOBIN/server"'}`,
    );
    const program = await find(['path']);
    expect(program).toEqual({ command: join(folder, 'bin/livekit-server'), args: [] });
  });

  it('shows what the compiler said when it fails, and leaves nothing half-made', async () => {
    await addProgram(
      'path/go',
      `if [ "$1" = version ]; then echo go version go1.26.8 linux/amd64; exit; fi
       echo "no space left on device" >&2; exit 1`,
    );
    await expect(find(['path'])).rejects.toThrow('no space left on device');
    await expect(find([])).rejects.toThrow('livekit-server was not found');
  });

  it('names every way to get it when there is none', async () => {
    await addProgram('path/go', 'echo go version go1.19 linux/amd64');
    await expect(find(['path'])).rejects.toThrow(/PATH.*Go 1\.26.*Docker.*LIVEKIT_URL/s);
  });
});
