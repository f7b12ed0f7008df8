/** Parley's own processes, on top of the engines. */
import postgres from 'postgres';
import { z } from 'zod';
import { installationId } from '../lib/installation-id.ts';
import { isOk } from './engines.ts';
import { embeddedPart, externalPart, type Part } from './part.ts';
import { type StartContext, startEntry } from './start-context.ts';

type PartEnv = Record<string, string>;

const readySchema = z.object({ installation: z.string() });

export async function startWeb(context: StartContext, env: PartEnv): Promise<Part> {
  const supervised = await startEntry(context, {
    name: 'web',
    args: ['web/main.ts'],
    env,
    isHealthy: () => isOurWeb(env),
  });
  return embeddedPart('web', supervised);
}

/** Another installation may have taken the same port a moment earlier: its web would answer for ours. */
async function isOurWeb({ PARLEY_URL, PARLEY_SECRET = '' }: PartEnv): Promise<boolean> {
  try {
    const answer = await fetch(`${PARLEY_URL}/api/ready`, { signal: AbortSignal.timeout(2_000) });
    const { installation } = readySchema.parse(await answer.json());
    return answer.ok && installation === installationId(PARLEY_SECRET);
  } catch {
    return false;
  }
}

/** A real Inngest, where one is configured, is served by web and needs no process of ours. */
export async function startFunctions(context: StartContext, env: PartEnv): Promise<Part> {
  const { inngest } = context.config;
  if (inngest) {
    const address = inngest.baseUrl ?? (inngest.dev ? 'Inngest Dev Server' : 'Inngest Cloud');
    return externalPart('functions', address, async () => undefined);
  }
  const supervised = await startEntry(context, {
    name: 'functions',
    args: ['local/runner/main.ts'],
    env,
    isHealthy: (sinceMs) => hasReported(env.DATABASE_URL ?? '', sinceMs),
  });
  return embeddedPart('functions', supervised);
}

export async function startAgent(context: StartContext, env: PartEnv): Promise<Part> {
  const supervised = await startEntry(context, {
    name: 'agent',
    args: ['agent/main.ts', 'start'],
    // Only web is meant to be reached from outside, where HOST says so.
    env: { ...env, HOST: '127.0.0.1' },
    isHealthy: () => isOk(`http://127.0.0.1:${env.AGENT_PORT}/`),
  });
  return embeddedPart('agent', supervised);
}

export async function startRecorder(context: StartContext, env: PartEnv): Promise<Part> {
  if (context.config.recordings.recorder === 'egress') {
    return externalPart('recorder', 'LiveKit Egress', async () => undefined);
  }
  const port = await context.ports.take('recorder');
  const supervised = await startEntry(context, {
    name: 'recorder',
    args: ['agent/audio-recorder.ts'],
    env: { ...env, HOST: '127.0.0.1', PORT: String(port) },
    isHealthy: () => isOk(`http://127.0.0.1:${port}/health`),
  });
  return embeddedPart('recorder', supervised);
}

/** The runner has no port: its heartbeat is its sign of life. Ages are compared on the database's clock. */
async function hasReported(databaseUrl: string, sinceMs: number): Promise<boolean> {
  // Types are not asked for: a server that dies during that question leaves a rejection that nobody can catch.
  const sql = postgres(databaseUrl, {
    max: 1,
    connect_timeout: 2,
    fetch_types: false,
    onnotice: () => undefined,
  });
  try {
    const found = await sql`
      select 1 from process_heartbeats
      where part = 'functions' and seen_at > now() - make_interval(secs => ${(Date.now() - sinceMs) / 1000})`;
    return found.length > 0;
  } catch {
    return false;
  } finally {
    await sql.end({ timeout: 1 });
  }
}
