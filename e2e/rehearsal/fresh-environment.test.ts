import { describe, expect, it } from 'vitest';
import { readConfig } from '../../lib/config.ts';
import { freshEnvironment } from './fresh-environment.ts';

describe(freshEnvironment, () => {
  it('takes no engine, address or data of the user, but the speech models', () => {
    const env = freshEnvironment({
      PATH: '/bin',
      NODE_ENV: 'production',
      DATABASE_URL: 'postgres://live',
      LIVEKIT_URL: 'wss://live',
      LIVEKIT_API_KEY: 'key',
      LIVEKIT_API_SECRET: 'x'.repeat(32),
      INNGEST_DEV: '1',
      PARLEY_DATA: '/live',
      PARLEY_PUBLIC_URL: 'https://live.example',
      PORT: '80',
      STT_BASE_URL: 'http://127.0.0.1:9000/v1',
      STT_MODEL: 'large',
    });
    expect(env).toEqual({ PATH: '/bin', STT_BASE_URL: 'http://127.0.0.1:9000/v1', STT_MODEL: 'large' });
    expect(readConfig(env)).toMatchObject({
      database: null,
      livekit: null,
      inngest: null,
      speech: { model: 'large' },
    });
  });
});
