import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { parseCompose, projectFolder, readComposeText } from './compose-file.ts';

const text = await readFile(`${projectFolder}deploy/Dockerfile`, 'utf8');
const lines = text.split('\n');
/** What the last stage takes from the repository. */
const copied = lines
  .slice(lines.lastIndexOf('FROM base'))
  .flatMap((line) => line.match(/^COPY (?!--from)(\S+) \S+$/)?.[1] ?? []);

describe('Dockerfile', () => {
  it('runs the Node that the package brings along, on Debian', async () => {
    const { dependencies } = z
      .object({ dependencies: z.record(z.string(), z.string()) })
      .parse(JSON.parse(await readFile(`${projectFolder}package.json`, 'utf8')));
    expect(text).toContain(`FROM node:${dependencies.node}-bookworm-slim AS base`);
  });

  it('copies what exists and is not ignored', async () => {
    const ignored = (await readFile(`${projectFolder}.dockerignore`, 'utf8')).split('\n');
    expect(copied.length).toBeGreaterThan(5);
    for (const path of copied) {
      expect(existsSync(`${projectFolder}${path}`), path).toBe(true);
      expect(ignored).not.toContain(path);
    }
  });

  it('holds every file that a service runs', async () => {
    const anything = new Proxy({}, { get: () => 'x' });
    const { services } = parseCompose(await readComposeText(), anything);
    const files = Object.values(services)
      .filter((service) => service.build)
      .flatMap((service) => [...(service.command ?? []), ...(service.healthcheck?.test ?? [])])
      .filter((word) => /\.(ts|mjs)$/.test(word));
    for (const file of files) {
      const held = copied.some((path) => file === path || file.startsWith(`${path.replace('./', '')}/`));
      expect(held, file).toBe(true);
    }
  });

  it('takes no secret in and runs as an ordinary user', () => {
    expect(text).not.toMatch(/^(ARG|ENV) .*(SECRET|PASSWORD|KEY|TOKEN)/m);
    expect(lines.filter((line) => line.startsWith('USER '))).toEqual(['USER node']);
  });
});
