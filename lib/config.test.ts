import { describe, expect, it } from 'vitest';
import { ConfigError, readConfig } from './config.ts';

const secret = 'a'.repeat(32);
const production = {
  NODE_ENV: 'production',
  PARLEY_SECRET: secret,
  DATABASE_URL: 'postgres://localhost/parley',
  LIVEKIT_URL: 'ws://localhost:7880',
  LIVEKIT_API_KEY: 'key',
  LIVEKIT_API_SECRET: secret,
  STT_BASE_URL: 'http://localhost:8082/v1',
  INNGEST_EVENT_KEY: 'ab',
  INNGEST_SIGNING_KEY: 'cd',
};

function problemsOf(env: Record<string, string | undefined>, ...rest: [Parameters<typeof readConfig>[1]?]) {
  try {
    readConfig(env, ...rest);
    return '';
  } catch (error) {
    if (error instanceof ConfigError) return error.message;
    throw error;
  }
}

describe('readConfig', () => {
  it('takes an empty environment as everything embedded', () => {
    const config = readConfig({});
    expect(config).toMatchObject({
      production: false,
      database: null,
      livekit: null,
      speech: null,
      inngest: null,
    });
    expect(config.web.port).toBe(3000);
  });

  it('treats an empty variable as unset', () => {
    expect(readConfig({ PORT: '', DATABASE_URL: '', LOG_LEVEL: '' })).toEqual(readConfig({}));
  });

  it('names every problem in one message', () => {
    const message = problemsOf({ PORT: '99999', DATABASE_URL: 'mysql://x', PARLEY_SECRET: 'short' });
    expect(message).toContain('PORT');
    expect(message).toContain('DATABASE_URL');
    expect(message).toContain('PARLEY_SECRET: needs at least 32 characters');
  });

  it('believes no proxy that is not named, and names what is none', () => {
    expect(readConfig({}).web.trustedProxies.check('127.0.0.1')).toBe(false);
    expect(readConfig({ TRUSTED_PROXIES: '10.0.0.0/8' }).web.trustedProxies.check('10.1.2.3')).toBe(true);
    expect(problemsOf({ TRUSTED_PROXIES: '10.0.0.0/8,caddy' })).toContain('TRUSTED_PROXIES: "caddy"');
  });

  it('refuses embedded parts in production unless they are asked for by name', () => {
    expect(problemsOf({ NODE_ENV: 'production', PARLEY_SECRET: secret })).toContain(
      'PARLEY_EMBEDDED=database',
    );
    const named = {
      NODE_ENV: 'production',
      PARLEY_SECRET: secret,
      PARLEY_EMBEDDED: 'database, livekit,models,functions',
    };
    expect(readConfig(named).embeddedByName).toEqual(['database', 'livekit', 'models', 'functions']);
    expect(problemsOf({ PARLEY_EMBEDDED: 'redis' })).toContain('"redis" is not one of');
  });

  it('accepts production with real engines and asks a process only for what it uses', () => {
    expect(readConfig(production).production).toBe(true);
    expect(problemsOf({ ...production, DATABASE_URL: '' })).toContain('set DATABASE_URL');
    const agent = {
      ...production,
      DATABASE_URL: '',
      PARLEY_SECRET: '',
      INNGEST_EVENT_KEY: '',
      INNGEST_SIGNING_KEY: '',
    };
    expect(readConfig(agent, ['livekit', 'models']).database).toBeNull();
    expect(problemsOf({ ...agent, STT_BASE_URL: '' }, ['livekit', 'models'])).toContain('STT_BASE_URL');
  });

  it('gives browsers a WebSocket address of LiveKit whatever scheme was written', () => {
    const env = { ...production, LIVEKIT_PUBLIC_URL: 'https://meet.example.org' };
    expect(readConfig(env).livekit?.publicUrl).toBe('wss://meet.example.org');
    expect(readConfig(production).livekit?.publicUrl).toBe('ws://localhost:7880');
  });

  it('refuses half of a LiveKit or an Inngest', () => {
    expect(problemsOf({ LIVEKIT_URL: 'ws://localhost:7880' })).toContain('LIVEKIT_API_KEY');
    expect(problemsOf({ INNGEST_EVENT_KEY: 'ab' })).toContain('INNGEST_SIGNING_KEY');
  });

  it('takes addresses with and without a slash at the end', () => {
    const config = readConfig({ PARLEY_URL: 'http://parley.test/', STT_BASE_URL: 'http://models.test/v1/' });
    expect(config.web.url).toBe('http://parley.test');
    expect(config.speech?.baseUrl).toBe('http://models.test/v1');
  });
});

describe('recordings', () => {
  const bucket = { S3_BUCKET: 'sound', S3_ACCESS_KEY: 'key', S3_SECRET_KEY: 'secret' };

  it('are made by Egress where it sees the folder, else by the recorder process, unless one is named', () => {
    const recorderOf = (env: Record<string, string>) => readConfig(env).recordings.recorder;
    expect(recorderOf({})).toBe('rtc');
    expect(recorderOf({ EGRESS_FOLDER: '/recordings/' })).toBe('egress');
    expect(recorderOf({ EGRESS_FOLDER: '/recordings', RECORDER: 'rtc' })).toBe('rtc');
    expect(recorderOf({ RECORDER: 'egress', ...bucket })).toBe('egress');
    expect(problemsOf({ RECORDER: 'egress' })).toContain('RECORDER=egress needs EGRESS_FOLDER');
    expect(problemsOf({ EGRESS_FOLDER: 'recordings' })).toContain('EGRESS_FOLDER: is no absolute path');
  });

  it('have a picture where Egress is told how it looks', () => {
    const egress = { EGRESS_FOLDER: '/recordings' };
    expect(readConfig(egress).recordings.picture).toBeNull();
    expect(readConfig({ ...egress, EGRESS_PICTURE: '720p' }).recordings.picture).toEqual({
      ...{ size: '720p', layout: 'speaker' },
    });
    const grid = { ...egress, EGRESS_PICTURE: '1080p', EGRESS_LAYOUT: 'grid' };
    expect(readConfig(grid).recordings.picture).toEqual({ size: '1080p', layout: 'grid' });
    expect(problemsOf({ EGRESS_PICTURE: '720p' })).toContain('EGRESS_PICTURE needs RECORDER=egress');
    expect(problemsOf({ ...egress, EGRESS_LAYOUT: 'grid' })).toContain('EGRESS_LAYOUT needs EGRESS_PICTURE');
    expect(problemsOf({ ...egress, EGRESS_PICTURE: '4k' })).toContain('EGRESS_PICTURE');
  });

  it('lie in a bucket whose key is known', () => {
    expect(readConfig({ ...bucket, S3_PREFIX: 'parley' }).recordings.bucket).toEqual({
      ...{ endpoint: null, region: 'us-east-1', name: 'sound', prefix: 'parley/' },
      ...{ accessKey: 'key', secretKey: 'secret' },
    });
    expect(problemsOf({ S3_BUCKET: 'sound' })).toContain('S3_SECRET_KEY');
    expect(problemsOf({ ...bucket, S3_PREFIX: '/x' })).toContain('S3_PREFIX: is no path');
  });
});
