import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { projectFolder } from './folders.ts';

const readJson = (path: string): unknown => JSON.parse(readFileSync(join(projectFolder, path), 'utf8'));
const versionsSchema = z.record(z.string(), z.string());

/** The plugins pin each other exactly, and npm's `latest` of three of these packages is an old mis-publish. */
const liveKit = {
  '@livekit/agents': '1.9.0',
  '@livekit/agents-plugin-openai': '1.9.0',
  '@livekit/agents-plugin-silero': '1.9.0',
  '@livekit/rtc-node': '0.13.35',
  'livekit-server-sdk': '2.19.2',
  'livekit-client': '2.23.0',
  '@livekit/components-react': '2.9.24',
};

describe('installed packages', () => {
  it.each(Object.entries(liveKit))('%s is %s', (name, version) => {
    const installed = z.object({ version: z.string() }).parse(readJson(`node_modules/${name}/package.json`));
    expect(installed.version).toBe(version);
  });

  it('has every LiveKit package once: two copies of rtc-node do not share rooms', () => {
    const lock = z
      .object({ packages: z.record(z.string(), z.unknown()) })
      .parse(readJson('package-lock.json'));
    const nested = Object.keys(lock.packages).filter((path) =>
      Object.keys(liveKit).some((name) => path.endsWith(`/node_modules/${name}`)),
    );
    expect(nested).toEqual([]);
  });
});

describe('package.json', () => {
  it('pins exact versions only', () => {
    const manifest = z
      .object({ dependencies: versionsSchema, devDependencies: versionsSchema })
      .parse(readJson('package.json'));
    const ranges = Object.entries({ ...manifest.dependencies, ...manifest.devDependencies }).filter(
      ([, version]) => !/^\d+\.\d+\.\d+(-[\w.]+)?$/.test(version),
    );
    expect(ranges).toEqual([]);
  });
});
