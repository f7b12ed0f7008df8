import { execFile } from 'node:child_process';
import { copyFile, mkdtemp, readFile, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseEnv, promisify } from 'node:util';
import { afterAll, describe, expect, it } from 'vitest';
import { environmentNames, readConfig } from '../lib/config.ts';
import { parseCompose, projectFolder, readComposeText, variablesIn } from './compose-file.ts';

const run = promisify(execFile);
const example = await readFile(`${projectFolder}.env.example`, 'utf8');
const documented = Object.keys(parseEnv(example));

/** Read by docker compose itself, or handed to LiveKit, Postgres, Redis and Whisper; no part of Parley reads them. */
const composeOnly = [
  'COMPOSE_PROFILES',
  'LIVEKIT_NODE_IP',
  'POSTGRES_PASSWORD',
  'REDIS_PASSWORD',
  'WHISPER_ASR_MODEL',
];

describe('.env.example', () => {
  it('names exactly the variables that Parley and docker-compose.yml read', () => {
    expect(documented.toSorted()).toEqual([...environmentNames, ...composeOnly].toSorted());
  });

  it('names every variable that docker-compose.yml asks for', async () => {
    const asked = variablesIn(await readComposeText());
    expect([...asked].filter((name) => !documented.includes(name))).toEqual([]);
    const unused = composeOnly.filter((name) => name !== 'COMPOSE_PROFILES' && !asked.has(name));
    expect(unused).toEqual([]);
  });

  it('says in one line above each variable what it does', () => {
    const lines = example.split('\n');
    for (const name of documented) {
      const above = lines[lines.findIndex((line) => line.startsWith(`${name}=`)) - 1];
      expect(above, name).toMatch(/^# [A-Za-z0-9`].{10,}\.$/);
    }
  });

  it('can be read as it is', () => {
    const config = readConfig(parseEnv(example));
    expect(config.livekit).toBeNull();
    expect(config.speech).toMatchObject({ model: 'moonshine-base', languages: ['en'] });
  });
});

describe('create-env.sh', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'parley-env-'));
  afterAll(() => rm(folder, { recursive: true }));
  await copyFile(`${projectFolder}.env.example`, join(folder, '.env.example'));
  const create = () => run('sh', [`${projectFolder}deploy/create-env.sh`, folder]);

  it('writes a file for its owner only, with which docker compose can start', async () => {
    await create();
    const written = parseEnv(await readFile(join(folder, '.env'), 'utf8'));
    expect((await stat(join(folder, '.env'))).mode & 0o777).toBe(0o600);
    expect(Object.keys(parseCompose(await readComposeText(), written).services)).toContain('web');
    expect(written.INNGEST_SIGNING_KEY).toMatch(/^[0-9a-f]{64}$/);
    expect(written.PARLEY_SECRET).not.toBe(written.LIVEKIT_API_SECRET);
  });

  it('never touches a file that is there', async () => {
    const before = await readFile(join(folder, '.env'), 'utf8');
    await expect(create()).rejects.toThrow('.env exists already');
    expect(await readFile(join(folder, '.env'), 'utf8')).toBe(before);
  });
});
