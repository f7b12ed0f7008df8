import { randomBytes } from 'node:crypto';
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { isTcpPortFree, type PortMemory } from './ports.ts';
import type { StartContext } from './start-context.ts';

/** Where the page of an instance is. */
export interface WebAddress {
  port: number;
  /** On this machine. */
  url: string;
  /** What people type. */
  publicUrl: string;
}

/** The configuration of Parley's own processes; `engines` says where the parts below them are. */
export async function createPartEnv(
  { config, dataFolder, env, ports }: StartContext,
  web: WebAddress,
  engines: Record<string, string>,
): Promise<Record<string, string>> {
  return {
    ...engines,
    PARLEY_DATA: dataFolder,
    PARLEY_SECRET: config.secret ?? (await readOrMakeSecret(join(dataFolder, 'secret'))),
    PARLEY_URL: web.url,
    PARLEY_PUBLIC_URL: web.publicUrl,
    HOST: config.web.host,
    PORT: String(web.port),
    AGENT_PORT: String(await ports.take('agent')),
    RECORDINGS_FOLDER: env.RECORDINGS_FOLDER || join(dataFolder, 'recordings'),
    AGENT_SPOOL: env.AGENT_SPOOL || join(dataFolder, 'spool'),
  };
}

/** A port that somebody asked for is used or refused, never replaced; a preferred one is only tried. */
export async function takeWebPort(
  ports: PortMemory,
  { wanted, preferred }: { wanted: number | undefined; preferred: number | undefined },
): Promise<number> {
  if (!wanted) return ports.take('web', preferred === undefined ? {} : { preferred });
  if (await isTcpPortFree(wanted)) return wanted;
  throw new Error(
    `Port ${wanted} is in use: stop whoever listens there, set PORT to another one, or leave it unset.`,
  );
}

async function readOrMakeSecret(file: string): Promise<string> {
  const known = await readFile(file, 'utf8').catch(() => '');
  if (known.length >= 32) return known;
  const secret = randomBytes(32).toString('base64url');
  await writeFile(file, secret, { mode: 0o600 });
  return secret;
}
