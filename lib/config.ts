/**
 * The whole configuration, read once per process from the environment. A feature is a complete object or
 * null; null means "embedded" where the local stack can stand in. `.env.example` documents every variable.
 */
import type { BlockList } from 'node:net';
import { z } from 'zod';
import { parseNetworks } from './network-list.ts';
import { type RecorderKind, recorderKinds } from './recording-messages.ts';

const port = z.coerce.number().int().min(0).max(65_535);
/** Without a slash at the end: paths are added to it. */
const url = z
  .url({ protocol: /^(https?|wss?|postgres(ql)?)$/ })
  .transform((text) => text.replace(/\/+$/, ''));
const empty = z.literal('').transform(() => undefined);
const optional = <T extends z.ZodType>(schema: T) => z.union([empty, schema]).optional();

const environment = z.object({
  NODE_ENV: optional(z.enum(['development', 'production', 'test'])),
  LOG_LEVEL: optional(z.enum(['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent'])),
  PARLEY_DATA: optional(z.string()),
  PARLEY_EMBEDDED: optional(z.string()),
  PARLEY_SECRET: optional(z.string().min(32, 'needs at least 32 characters')),
  PARLEY_URL: optional(url),
  PARLEY_PUBLIC_URL: optional(url),
  HOST: optional(z.string()),
  PORT: optional(port),
  TRUSTED_PROXIES: optional(z.string()),
  DATABASE_URL: optional(url),
  LIVEKIT_URL: optional(url),
  LIVEKIT_PUBLIC_URL: optional(url),
  LIVEKIT_API_KEY: optional(z.string()),
  LIVEKIT_API_SECRET: optional(z.string().min(32, 'needs at least 32 characters')),
  OPENAI_BASE_URL: optional(url),
  OPENAI_API_KEY: optional(z.string()),
  STT_BASE_URL: optional(url),
  STT_API_KEY: optional(z.string()),
  STT_MODEL: optional(z.string()),
  STT_INTERIM_MODEL: optional(z.string()),
  STT_LANGUAGES: optional(z.string()),
  CHAT_BASE_URL: optional(url),
  CHAT_API_KEY: optional(z.string()),
  CHAT_MODEL: optional(z.string()),
  TTS_BASE_URL: optional(url),
  TTS_API_KEY: optional(z.string()),
  TTS_MODEL: optional(z.string()),
  TTS_VOICE: optional(z.string()),
  PARLEY_NOW: optional(z.iso.datetime({ offset: true })),
  GEMINI_API_KEY: optional(z.string()),
  GEMINI_BASE_URL: optional(url),
  GEMINI_MODEL: optional(z.string()),
  SUMMARY_BASE_URL: optional(url),
  SUMMARY_API_KEY: optional(z.string()),
  SUMMARY_MODEL: optional(z.string()),
  EMBEDDINGS_BASE_URL: optional(url),
  EMBEDDINGS_API_KEY: optional(z.string()),
  EMBEDDINGS_MODEL: optional(z.string()),
  INNGEST_BASE_URL: optional(url),
  INNGEST_EVENT_KEY: optional(z.string()),
  INNGEST_SIGNING_KEY: optional(z.string()),
  INNGEST_DEV: optional(z.string()),
  AGENT_MAX_JOBS: optional(z.coerce.number().int().min(1).max(1_000)),
  AGENT_IDLE_PROCESSES: optional(z.coerce.number().int().min(1).max(64)),
  AGENT_PORT: optional(port),
  AGENT_DRAIN_SECONDS: optional(z.coerce.number().min(0).max(86_400)),
  AGENT_SPOOL: optional(z.string()),
  SMTP_URL: optional(z.url({ protocol: /^smtps?$/ })),
  MAIL_FROM: optional(
    z.string().regex(/^[^<>\r\n]*<[^<>@\s]+@[^<>@\s]+>$|^[^<>@\s]+@[^<>@\s]+$/, 'is not an address'),
  ),
  GITHUB_CLIENT_ID: optional(z.string()),
  GITHUB_CLIENT_SECRET: optional(z.string()),
  GOOGLE_CLIENT_ID: optional(z.string()),
  GOOGLE_CLIENT_SECRET: optional(z.string()),
  WHISPER_URL: optional(url),
  WHISPER_BASE_URL: optional(url),
  WHISPER_API_KEY: optional(z.string()),
  WHISPER_MODEL: optional(z.string()),
  RECORDINGS_FOLDER: optional(z.string()),
  RECORDER: optional(z.enum(recorderKinds)),
  EGRESS_FOLDER: optional(z.string().regex(/^\//, 'is no absolute path')),
  EGRESS_PICTURE: optional(z.enum(['720p', '1080p'])),
  EGRESS_LAYOUT: optional(z.enum(['speaker', 'grid'])),
  S3_ENDPOINT: optional(url),
  S3_REGION: optional(z.string()),
  S3_BUCKET: optional(z.string()),
  S3_ACCESS_KEY: optional(z.string()),
  S3_SECRET_KEY: optional(z.string()),
  S3_PREFIX: optional(z.string().regex(/^[\w.-]+(\/[\w.-]+)*\/?$/, 'is no path')),
  MODELS_PORT: optional(port),
});

/** Every variable that Parley reads; `.env.example` holds the same names. */
export const environmentNames: readonly string[] = Object.keys(environment.shape);

const embeddable = ['database', 'livekit', 'models', 'functions'] as const;
export type EmbeddablePart = (typeof embeddable)[number];

export interface Config {
  production: boolean;
  logLevel: string;
  /** Folder of everything embedded. */
  dataFolder: string;
  /** Signs cookies and API tokens. */
  secret: string | null;
  /** Parts that production may run embedded because they were asked for by name. */
  embeddedByName: EmbeddablePart[];
  web: {
    host: string;
    port: number;
    /** Address at which agents and functions reach web. */
    url: string | null;
    /** Origin that people type; also decides whether cookies are `Secure`. */
    publicUrl: string | null;
    /** Proxies whose `X-Forwarded-For` is believed. */
    trustedProxies: BlockList;
  };
  database: { url: string } | null;
  livekit: { url: string; publicUrl: string; apiKey: string; apiSecret: string } | null;
  /** Speech to text: any server that speaks OpenAI's audio/transcriptions. Interim text is off when null. */
  speech: {
    baseUrl: string;
    /** Null where the server asks for none. */
    apiKey: string | null;
    model: string;
    interimModel: string | null;
    /** BCP 47 primary tags that the model understands, or `*`. */
    languages: string[];
  } | null;
  /** Chat completions of any server that speaks OpenAI's API; null: the AI participant only listens. */
  chat: ModelServer | null;
  /** Who writes summaries; null: nobody, and the meeting says so. */
  summary: SummaryServer | null;
  /** Embeddings of any server with OpenAI's API; null: search goes by words alone. */
  embeddings: ModelServer | null;
  /** Speech of any server with OpenAI's audio/speech; null: the AI participant only writes. */
  voice: (ModelServer & { voice: string }) | null;
  /**
   * Milliseconds to add to the clock where dates are worked out ("next Tuesday"), and nowhere else: rehearsals of
   * recorded meetings take place on the day of the recording. 0 otherwise.
   */
  dateOffsetMs: number;
  inngest: {
    baseUrl: string | null;
    eventKey: string | null;
    signingKey: string | null;
    dev: boolean;
  } | null;
  agent: {
    maxJobs: number;
    idleProcesses: number;
    port: number;
    spoolFolder: string;
    /** How long running jobs may go on after SIGTERM. */
    drainSeconds: number;
  };
  /** Speech to text of whole recordings; null: recordings are kept and the live transcript stays as it is. */
  whisper: WhisperServer | null;
  recordings: {
    /** Where recordings lie, one folder for the recorder, web and functions; with a bucket only while they are made. */
    folder: string;
    /** Where they lie instead; null: in the folder. */
    bucket: S3Bucket | null;
    recorder: RecorderKind;
    /** The same folder as LiveKit Egress sees it; null: Egress does not see it. */
    egressFolder: string | null;
    /** What LiveKit Egress makes of everyone beside the sound; null: hosts can record the sound only. */
    picture: PictureFormat | null;
  };
  models: { port: number };
  /** Null: mails are kept and shown on the outbox page. */
  mail: { smtpUrl: string; from: string } | null;
  /** Services by which people may sign in beside a password. */
  signInWith: { github: OAuthClient | null; google: OAuthClient | null };
}

/** How a recorded picture looks. In either layout a shared screen stands large. */
export interface PictureFormat {
  size: '720p' | '1080p';
  layout: 'speaker' | 'grid';
}

export interface ModelServer {
  baseUrl: string;
  /** Null where the server asks for none. */
  apiKey: string | null;
  model: string;
}

/** `asr-webservice`: github.com/ahmetoner/whisper-asr-webservice; `openai`: audio/transcriptions of OpenAI's API. */
export type WhisperServer = { kind: 'asr-webservice'; url: string } | ({ kind: 'openai' } & ModelServer);

/** `google`: Gemini by its own API; `openai`: chat completions of OpenAI's API. */
export type SummaryServer =
  | { kind: 'google'; baseUrl: string | null; apiKey: string; model: string }
  | ({ kind: 'openai' } & ModelServer);

export interface S3Bucket {
  /** Null: Amazon's own. */
  endpoint: string | null;
  region: string;
  name: string;
  accessKey: string;
  secretKey: string;
  /** Before every location: empty, or with a slash at its end. */
  prefix: string;
}

export interface OAuthClient {
  clientId: string;
  clientSecret: string;
}

/** Thrown with every problem in one message, one line each. */
export class ConfigError extends Error {
  constructor(problems: string[]) {
    super(`The configuration cannot be used:\n${problems.map((problem) => `  - ${problem}`).join('\n')}`);
    this.name = 'ConfigError';
  }
}

/** What a process can need from outside: an engine each, or the secret that signs cookies and tokens. */
export type ConfigPart = EmbeddablePart | 'secret';

/**
 * Reads and checks the environment. Throws `ConfigError` that lists all problems together. `uses` names what the
 * process works with: production refuses to start without it, and asks for nothing else.
 */
export function readConfig(
  env: Record<string, string | undefined>,
  uses: readonly ConfigPart[] = [...embeddable, 'secret'],
): Config {
  const parsed = environment.safeParse(env);
  if (!parsed.success) {
    throw new ConfigError(parsed.error.issues.map((issue) => `${issue.path.join('.')}: ${issue.message}`));
  }
  const e = parsed.data;
  const problems: string[] = [];
  const production = e.NODE_ENV === 'production';
  const dataFolder = e.PARLEY_DATA ?? '.parley';

  const embeddedByName = (e.PARLEY_EMBEDDED ?? '').split(',').flatMap((name) => {
    const trimmed = name.trim();
    if (trimmed === '') return [];
    const part = embeddable.find((candidate) => candidate === trimmed);
    if (!part) problems.push(`PARLEY_EMBEDDED: "${trimmed}" is not one of ${embeddable.join(', ')}`);
    return part ? [part] : [];
  });

  const config: Config = {
    production,
    logLevel: e.LOG_LEVEL ?? 'info',
    dataFolder,
    secret: e.PARLEY_SECRET ?? null,
    embeddedByName,
    web: {
      host: e.HOST ?? '127.0.0.1',
      port: e.PORT ?? 3000,
      url: e.PARLEY_URL ?? null,
      publicUrl: e.PARLEY_PUBLIC_URL ?? e.PARLEY_URL ?? null,
      trustedProxies: readProxies(e, problems),
    },
    database: e.DATABASE_URL ? { url: e.DATABASE_URL } : null,
    livekit: readLiveKit(e, problems),
    speech: readSpeech(e, problems),
    chat: readModelServer(e, 'CHAT', 'gpt-4.1-mini', problems),
    summary: readSummary(e, problems),
    embeddings: readModelServer(e, 'EMBEDDINGS', 'text-embedding-3-small', problems),
    voice: readVoice(e, problems),
    dateOffsetMs: e.PARLEY_NOW ? Date.parse(e.PARLEY_NOW) - Date.now() : 0,
    inngest: readInngest(e, problems),
    agent: {
      maxJobs: e.AGENT_MAX_JOBS ?? 20,
      idleProcesses: e.AGENT_IDLE_PROCESSES ?? 1,
      port: e.AGENT_PORT ?? 8081,
      spoolFolder: e.AGENT_SPOOL ?? `${dataFolder}/spool`,
      drainSeconds: e.AGENT_DRAIN_SECONDS ?? (production ? 600 : 2),
    },
    whisper: readWhisper(e, problems),
    recordings: readRecordings(e, dataFolder, problems),
    models: { port: e.MODELS_PORT ?? 0 },
    mail: readMail(e, problems),
    signInWith: {
      github: readOAuthClient(e, 'GITHUB', problems),
      google: readOAuthClient(e, 'GOOGLE', problems),
    },
  };
  if (production && e.PARLEY_NOW) problems.push('PARLEY_NOW is for rehearsals, not for production');
  if (production) problems.push(...refusedInProduction(config, uses));
  if (problems.length > 0) throw new ConfigError(problems);
  return config;
}

type Environment = z.infer<typeof environment>;

function readProxies(e: Environment, problems: string[]): BlockList {
  const { networks, wrong } = parseNetworks(e.TRUSTED_PROXIES ?? '');
  for (const entry of wrong) problems.push(`TRUSTED_PROXIES: "${entry}" is not an address or a network`);
  return networks;
}

function readLiveKit(e: Environment, problems: string[]): Config['livekit'] {
  if (!e.LIVEKIT_URL) return null;
  if (!e.LIVEKIT_API_KEY || !e.LIVEKIT_API_SECRET) {
    problems.push('LIVEKIT_URL needs LIVEKIT_API_KEY and LIVEKIT_API_SECRET');
    return null;
  }
  return {
    url: e.LIVEKIT_URL,
    publicUrl: (e.LIVEKIT_PUBLIC_URL ?? e.LIVEKIT_URL).replace(/^http/, 'ws'),
    apiKey: e.LIVEKIT_API_KEY,
    apiSecret: e.LIVEKIT_API_SECRET,
  };
}

function readSpeech(e: Environment, problems: string[]): Config['speech'] {
  const baseUrl =
    e.STT_BASE_URL ?? e.OPENAI_BASE_URL ?? (e.OPENAI_API_KEY ? 'https://api.openai.com/v1' : null);
  if (!baseUrl) {
    if (e.STT_MODEL || e.STT_INTERIM_MODEL) problems.push('STT_MODEL needs STT_BASE_URL or OPENAI_*');
    return null;
  }
  return {
    baseUrl,
    apiKey: e.STT_API_KEY ?? e.OPENAI_API_KEY ?? null,
    model: e.STT_MODEL ?? 'whisper-1',
    interimModel: e.STT_INTERIM_MODEL ?? null,
    languages: (e.STT_LANGUAGES ?? '*').split(',').map((tag) => tag.trim()),
  };
}

function readModelServer(
  e: Environment,
  kind: 'CHAT' | 'TTS' | 'EMBEDDINGS',
  defaultModel: string,
  problems: string[],
): ModelServer | null {
  const own = e[`${kind}_BASE_URL`];
  const baseUrl = own ?? e.OPENAI_BASE_URL ?? (e.OPENAI_API_KEY ? 'https://api.openai.com/v1' : null);
  const model = e[`${kind}_MODEL`];
  if (!baseUrl) {
    if (model) problems.push(`${kind}_MODEL needs ${kind}_BASE_URL or OPENAI_*`);
    return null;
  }
  return { baseUrl, apiKey: e[`${kind}_API_KEY`] ?? e.OPENAI_API_KEY ?? null, model: model ?? defaultModel };
}

function readSummary(e: Environment, problems: string[]): SummaryServer | null {
  if (e.GEMINI_API_KEY) {
    if (e.SUMMARY_BASE_URL) problems.push('GEMINI_API_KEY and SUMMARY_BASE_URL: set one of them');
    return {
      kind: 'google',
      baseUrl: e.GEMINI_BASE_URL ?? null,
      apiKey: e.GEMINI_API_KEY,
      model: e.GEMINI_MODEL ?? 'gemini-2.5-flash',
    };
  }
  if (e.GEMINI_MODEL || e.GEMINI_BASE_URL)
    problems.push('GEMINI_MODEL and GEMINI_BASE_URL need GEMINI_API_KEY');
  if (e.SUMMARY_BASE_URL) {
    return {
      kind: 'openai',
      baseUrl: e.SUMMARY_BASE_URL,
      apiKey: e.SUMMARY_API_KEY ?? e.OPENAI_API_KEY ?? null,
      model: e.SUMMARY_MODEL ?? 'gpt-4.1-mini',
    };
  }
  // What is wrong with these is said where they are read for the chat.
  const chat = readModelServer(e, 'CHAT', 'gpt-4.1-mini', []);
  if (!chat) {
    if (e.SUMMARY_MODEL) problems.push('SUMMARY_MODEL needs SUMMARY_BASE_URL, CHAT_BASE_URL or OPENAI_*');
    return null;
  }
  return { kind: 'openai', ...chat, model: e.SUMMARY_MODEL ?? chat.model };
}

function readVoice(e: Environment, problems: string[]): Config['voice'] {
  const server = readModelServer(e, 'TTS', 'tts-1', problems);
  return server && { ...server, voice: e.TTS_VOICE ?? 'alloy' };
}

function readWhisper(e: Environment, problems: string[]): WhisperServer | null {
  if (e.WHISPER_URL && e.WHISPER_BASE_URL) problems.push('WHISPER_URL and WHISPER_BASE_URL: set one of them');
  if (e.WHISPER_URL) return { kind: 'asr-webservice', url: e.WHISPER_URL };
  const baseUrl =
    e.WHISPER_BASE_URL ??
    e.STT_BASE_URL ??
    e.OPENAI_BASE_URL ??
    (e.OPENAI_API_KEY ? 'https://api.openai.com/v1' : null);
  if (!baseUrl) {
    if (e.WHISPER_MODEL) problems.push('WHISPER_MODEL needs WHISPER_BASE_URL or OPENAI_*');
    return null;
  }
  const shared = e.WHISPER_BASE_URL ? null : e.STT_API_KEY;
  return {
    kind: 'openai',
    baseUrl,
    apiKey: e.WHISPER_API_KEY ?? shared ?? e.OPENAI_API_KEY ?? null,
    model: e.WHISPER_MODEL ?? (e.WHISPER_BASE_URL ? 'whisper-1' : (e.STT_MODEL ?? 'whisper-1')),
  };
}

function readRecordings(e: Environment, dataFolder: string, problems: string[]): Config['recordings'] {
  const bucket = readBucket(e, problems);
  const egressFolder = e.EGRESS_FOLDER?.replace(/\/+$/, '') ?? null;
  const recorder = e.RECORDER ?? (egressFolder === null ? 'rtc' : 'egress');
  if (recorder === 'egress' && egressFolder === null && !bucket) {
    problems.push('RECORDER=egress needs EGRESS_FOLDER, or a bucket by S3_*');
  }
  if (e.EGRESS_PICTURE && recorder !== 'egress') problems.push('EGRESS_PICTURE needs RECORDER=egress');
  if (e.EGRESS_LAYOUT && !e.EGRESS_PICTURE) problems.push('EGRESS_LAYOUT needs EGRESS_PICTURE');
  const picture = e.EGRESS_PICTURE
    ? { size: e.EGRESS_PICTURE, layout: e.EGRESS_LAYOUT ?? ('speaker' as const) }
    : null;
  const folder = e.RECORDINGS_FOLDER ?? `${dataFolder}/recordings`;
  return { folder, bucket, recorder, egressFolder, picture };
}

function readBucket(e: Environment, problems: string[]): S3Bucket | null {
  const { S3_BUCKET: name, S3_ACCESS_KEY: accessKey, S3_SECRET_KEY: secretKey, S3_ENDPOINT, S3_PREFIX } = e;
  if (!name && !accessKey && !secretKey && !S3_ENDPOINT && !S3_PREFIX) return null;
  if (!name || !accessKey || !secretKey) {
    problems.push('Recordings in a bucket need S3_BUCKET, S3_ACCESS_KEY and S3_SECRET_KEY');
    return null;
  }
  return {
    ...{ name, accessKey, secretKey },
    endpoint: S3_ENDPOINT ?? null,
    region: e.S3_REGION ?? 'us-east-1',
    prefix: S3_PREFIX ? S3_PREFIX.replace(/\/*$/, '/') : '',
  };
}

function readInngest(e: Environment, problems: string[]): Config['inngest'] {
  const dev = e.INNGEST_DEV !== undefined && e.INNGEST_DEV !== '0';
  if (!dev && !e.INNGEST_BASE_URL && !e.INNGEST_EVENT_KEY && !e.INNGEST_SIGNING_KEY) return null;
  if (!dev && (!e.INNGEST_EVENT_KEY || !e.INNGEST_SIGNING_KEY)) {
    problems.push('Inngest needs both INNGEST_EVENT_KEY and INNGEST_SIGNING_KEY (or INNGEST_DEV=1)');
  }
  const devUrl = e.INNGEST_DEV?.startsWith('http') ? e.INNGEST_DEV : null;
  return {
    baseUrl: e.INNGEST_BASE_URL ?? devUrl,
    eventKey: e.INNGEST_EVENT_KEY ?? null,
    signingKey: e.INNGEST_SIGNING_KEY ?? null,
    dev,
  };
}

function readMail(e: Environment, problems: string[]): Config['mail'] {
  if (!e.SMTP_URL && !e.MAIL_FROM) return null;
  if (e.SMTP_URL && e.MAIL_FROM) return { smtpUrl: e.SMTP_URL, from: e.MAIL_FROM };
  problems.push('Mail needs both SMTP_URL and MAIL_FROM');
  return null;
}

function readOAuthClient(
  e: Environment,
  service: 'GITHUB' | 'GOOGLE',
  problems: string[],
): OAuthClient | null {
  const clientId = e[`${service}_CLIENT_ID`];
  const clientSecret = e[`${service}_CLIENT_SECRET`];
  if (!clientId && !clientSecret) return null;
  if (clientId && clientSecret) return { clientId, clientSecret };
  problems.push(`${service}_CLIENT_ID and ${service}_CLIENT_SECRET go together`);
  return null;
}

function refusedInProduction(config: Config, uses: readonly ConfigPart[]): string[] {
  const engines: [EmbeddablePart, unknown, string][] = [
    ['database', config.database, 'DATABASE_URL'],
    ['livekit', config.livekit, 'LIVEKIT_URL'],
    ['models', config.speech, 'STT_BASE_URL or OPENAI_API_KEY'],
    ['functions', config.inngest, 'INNGEST_EVENT_KEY and INNGEST_SIGNING_KEY'],
  ];
  const refused = engines
    .filter(
      ([part, engine]) => uses.includes(part) && engine === null && !config.embeddedByName.includes(part),
    )
    .map(
      ([part, , names]) =>
        `production: set ${names}, or ask for the embedded one with PARLEY_EMBEDDED=${part}`,
    );
  if (uses.includes('secret') && !config.secret)
    refused.push('production: set PARLEY_SECRET (32 random characters or more)');
  return refused;
}

/** The named parts as non-null, or a `ConfigError` that says which variables are missing. */
export function requireParts<K extends 'database' | 'livekit' | 'speech' | 'secret'>(
  config: Config,
  ...parts: K[]
): { [P in K]: NonNullable<Config[P]> } {
  const variables = {
    database: 'DATABASE_URL',
    livekit: 'LIVEKIT_URL, LIVEKIT_API_KEY and LIVEKIT_API_SECRET',
    speech: 'STT_BASE_URL (or OPENAI_API_KEY)',
    secret: 'PARLEY_SECRET',
  };
  const missing = parts.filter((part) => config[part] === null);
  if (missing.length > 0) {
    throw new ConfigError(
      missing.map((part) => `this part needs ${variables[part]} (or run everything with npm start)`),
    );
  }
  return Object.fromEntries(parts.map((part) => [part, config[part]])) as {
    [P in K]: NonNullable<Config[P]>;
  };
}
