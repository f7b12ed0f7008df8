/** The engines below Parley: Postgres, LiveKit and the models; embedded unless the environment names others. */
import { join } from 'node:path';
import postgres from 'postgres';
import { rulesModel } from '../lib/assistant-brief.ts';
import { sharedFolder } from './folders.ts';
import { prepareLiveKit } from './livekit.ts';
import { startLogFile } from './log-files.ts';
import { fetchModels } from './models/fetch-models.ts';
import { embeddingModel } from './models/http/embeddings.ts';
import { embeddedPart, externalPart, type Part, withoutPassword } from './part.ts';
import { preparePostgres } from './postgres.ts';
import { type OnProgress, repeatProgress } from './progress.ts';
import { type StartContext, startEntry, startSupervised } from './start-context.ts';

/** A running part and what the others must know to use it. */
export interface Engine {
  part: Part;
  env: Record<string, string>;
}

export async function startDatabase(context: StartContext): Promise<Engine> {
  const { config, dataFolder, logFolder, ports } = context;
  if (config.database) {
    const { url } = config.database;
    const address = withoutPassword(url);
    await checkDatabase(url).catch((cause) => {
      throw new Error(`DATABASE_URL does not answer: ${address} (${describe(cause)})`, { cause });
    });
    return {
      part: externalPart('postgres', address, () => checkDatabase(url)),
      env: { DATABASE_URL: url },
    };
  }
  const logFile = await startLogFile(logFolder, 'postgres');
  context.onProgress({ task: 'prepare Postgres' });
  const prepared = await preparePostgres({
    folder: join(dataFolder, 'postgres'),
    ports,
    logFile,
    signal: context.signal,
  });
  const supervised = await startSupervised(context, { name: 'postgres', ...prepared });
  return { part: embeddedPart('postgres', supervised), env: { DATABASE_URL: prepared.url } };
}

export async function startLiveKitServer(context: StartContext, webhookUrl: string): Promise<Engine> {
  const { config, dataFolder, env, logFolder, onProgress, ports, signal } = context;
  if (config.livekit) {
    const { url, publicUrl, apiKey, apiSecret } = config.livekit;
    const check = () => checkHttp(url.replace(/^ws/, 'http'));
    await check().catch((cause) => {
      throw new Error(`LIVEKIT_URL does not answer: ${url} (${describe(cause)})`, { cause });
    });
    return {
      part: externalPart('livekit', url, check),
      env: {
        LIVEKIT_URL: url,
        LIVEKIT_PUBLIC_URL: publicUrl,
        LIVEKIT_API_KEY: apiKey,
        LIVEKIT_API_SECRET: apiSecret,
      },
    };
  }
  const logFile = await startLogFile(logFolder, 'livekit');
  const prepared = await prepareLiveKit({
    folder: join(dataFolder, 'livekit'),
    ports,
    logFile,
    webhookUrl,
    env,
    onProgress,
    signal,
  });
  const supervised = await startSupervised(context, { name: 'livekit', ...prepared });
  const { url, apiKey, apiSecret } = prepared;
  return {
    part: embeddedPart('livekit', supervised),
    env: { LIVEKIT_URL: url, LIVEKIT_API_KEY: apiKey, LIVEKIT_API_SECRET: apiSecret },
  };
}

/** What speech-to-text will be called is known before it runs; loading it takes longer than all the rest. */
export async function prepareModels(
  context: StartContext,
): Promise<{ env: Record<string, string>; start(): Promise<Part> }> {
  const { config, onProgress, ports, signal } = context;
  if (config.speech && config.chat && config.voice && config.embeddings) {
    const { baseUrl } = config.speech;
    // Their names and keys are in the environment already.
    return { env: {}, start: async () => externalPart('models', baseUrl, () => checkHttp(baseUrl)) };
  }
  const port = await ports.take('models');
  const local = `http://127.0.0.1:${port}/v1`;
  const env = {
    ...(config.speech
      ? {}
      : {
          STT_BASE_URL: local,
          STT_MODEL: 'moonshine-base',
          STT_INTERIM_MODEL: 'moonshine-tiny',
          STT_LANGUAGES: 'en',
        }),
    ...(config.chat ? {} : { CHAT_BASE_URL: local, CHAT_MODEL: rulesModel }),
    ...(config.embeddings ? {} : { EMBEDDINGS_BASE_URL: local, EMBEDDINGS_MODEL: embeddingModel }),
    ...(config.voice ? {} : { TTS_BASE_URL: local, TTS_MODEL: 'tts-en' }),
  };
  const start = async () => {
    await fetchWeights(onProgress, signal);
    const supervised = await startEntry(context, {
      name: 'models',
      args: ['local/models/main.ts'],
      // Its data are the weights, which all instances share.
      env: { MODELS_PORT: String(port), HOST: '127.0.0.1', PARLEY_DATA: sharedFolder },
      isHealthy: () => isOk(`http://127.0.0.1:${port}/health`),
    });
    return embeddedPart('models', supervised, 'embedded (Moonshine, English only)');
  };
  return { env, start };
}

/** The weights of the embedded models; milliseconds when they are there. */
export async function fetchWeights(onProgress: OnProgress, signal?: AbortSignal): Promise<void> {
  using progress = repeatProgress(onProgress);
  await fetchModels({
    folder: join(sharedFolder, 'models'),
    signal,
    onProgress: ({ title, step, megabytes }) =>
      progress.report({ task: `fetch ${title} (${megabytes} MB)`, detail: step }),
  });
}

/** True when the address answers with a 2xx within 2 s. */
export async function isOk(url: string): Promise<boolean> {
  return fetch(url, { signal: AbortSignal.timeout(2_000) }).then(
    async (response) => {
      await response.body?.cancel();
      return response.ok;
    },
    () => false,
  );
}

/** Any answer will do: it shows that somebody is there. */
async function checkHttp(url: string): Promise<void> {
  const response = await fetch(url, { signal: AbortSignal.timeout(5_000) });
  await response.body?.cancel();
}

async function checkDatabase(url: string): Promise<void> {
  // Without asking for types: a server that dies during that question leaves a rejection that nobody can catch.
  const sql = postgres(url, { max: 1, connect_timeout: 5, fetch_types: false, onnotice: () => undefined });
  try {
    await sql`select 1`;
  } finally {
    await sql.end({ timeout: 1 });
  }
}

/** The innermost reason: `fetch failed` alone says nothing. */
function describe(error: unknown): string {
  let reason = error;
  while (reason instanceof Error && reason.cause instanceof Error) reason = reason.cause;
  if (!(reason instanceof Error)) return String(reason);
  const code = 'code' in reason ? `${reason.code}` : '';
  return [code, reason.message].filter(Boolean).join(' ');
}
