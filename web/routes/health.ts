import { sql } from 'drizzle-orm';
import { Hono } from 'hono';
import { listLiveProcesses, type ProcessPart } from '../../db/queries/heartbeats.ts';
import { installationId } from '../../lib/installation-id.ts';
import type { Health } from '../../lib/messages.ts';
import type { WebContext } from '../context.ts';
import { recorderOf } from '../recording/choose-recorder.ts';

const timeoutMs = 2_000;
/** Processes report every 5 s. */
const processAgeMs = 12_000;
/** Load balancers ask often; two looks a second are enough. */
const cacheMs = 500;

type Check = () => Promise<string>;

/** `/health`: every part, 200 only when all are well. `/ready`: this process can serve requests. */
export function healthRoutes(context: WebContext): Hono {
  const { config, database, rooms, livekit } = context;
  const app = new Hono();
  const speech = config.speech;
  const installation = installationId(config.secret ?? '');
  const processes = async (part: ProcessPart, missing: string) => {
    const live = await listLiveProcesses(database.db, part, processAgeMs);
    if (live.length === 0) throw new Error(missing);
    return `${live.length} running`;
  };
  const checks: Record<string, Check> = {
    web: async () => 'running',
    database: async () => {
      await database.db.execute(sql`select 1`);
      return 'answers';
    },
    livekit: async () => {
      await rooms.ping(timeoutMs);
      return livekit.url;
    },
    models: async () => {
      if (!speech) throw new Error('no speech-to-text is configured');
      const answer = await fetch(`${speech.baseUrl}/models`, {
        headers: speech.apiKey ? { authorization: `Bearer ${speech.apiKey}` } : {},
        signal: AbortSignal.timeout(timeoutMs),
      });
      if (!answer.ok) throw new Error(`${speech.baseUrl} answers ${answer.status}`);
      return speech.baseUrl;
    },
    functions: () => processes('functions', 'no function runner has reported'),
    agent: () => processes('agent', 'no agent worker has reported'),
    recorder: () => recorderOf(context, config.recordings.recorder).describe(),
  };

  let cached: { at: number; health: Promise<Health> } | null = null;
  app.get('/health', async (c) => {
    if (!cached || Date.now() - cached.at > cacheMs) cached = { at: Date.now(), health: checkAll(checks) };
    const health = await cached.health;
    return c.json(health, health.status === 'ok' ? 200 : 503);
  });

  app.get('/ready', async (c) => {
    await database.db.execute(sql`select 1`);
    return c.json({ status: 'ok', installation });
  });

  return app;
}

async function checkAll(checks: Record<string, Check>): Promise<Health> {
  const parts: Health['parts'] = Object.fromEntries(
    await Promise.all(
      Object.entries(checks).map(async ([name, check]) => {
        try {
          return [name, { status: 'ok', detail: await withTimeout(check()) }] as const;
        } catch (error) {
          const detail = error instanceof Error ? error.message : String(error);
          return [name, { status: 'down', detail }] as const;
        }
      }),
    ),
  );
  const well = Object.values(parts).every((part) => part.status === 'ok');
  return { status: well ? 'ok' : 'degraded', parts };
}

async function withTimeout<T>(work: Promise<T>): Promise<T> {
  const { promise, reject } = Promise.withResolvers<never>();
  const timer = setTimeout(() => reject(new Error('no answer')), timeoutMs);
  try {
    return await Promise.race([work, promise]);
  } finally {
    clearTimeout(timer);
  }
}
