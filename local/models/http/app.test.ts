import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import type { VoiceJob, VoiceResult } from '../threads/voice-thread.ts';
import { createApp } from './app.ts';
import { createFakeThread, errorSchema, json, openApp } from './testing/fake-app.ts';

describe(createApp, () => {
  it('is healthy only when the models of speech are loaded', async () => {
    expect((await openApp({ ready: false }).app.request('/health')).status).toBe(503);
    expect((await openApp().app.request('/health')).status).toBe(200);
  });

  it('lists its models', async () => {
    const response = await openApp().app.request('/v1/models');
    const { data } = z.object({ data: z.array(z.object({ id: z.string() })) }).parse(await response.json());
    expect(data.map(({ id }) => id)).toEqual([
      'moonshine-base',
      'moonshine-tiny',
      'whisper-1',
      'tts-en',
      'tts-1',
      'all-MiniLM-L6-v2',
      'parley-rules',
    ]);
  });

  it('hides what went wrong inside, and answers unknown paths in the same shape', async () => {
    const voice = createFakeThread((_: VoiceJob): VoiceResult => {
      throw new Error('secret detail');
    });
    const { app } = openApp({ voice });
    const failed = await app.request('/v1/audio/speech', json({ model: 'tts-1', input: 'Hello.' }));
    expect(failed.status).toBe(500);
    expect(errorSchema.parse(await failed.json()).error.message).not.toContain('secret');
    const unknown = await app.request('/v1/images');
    expect(unknown.status).toBe(404);
    expect(errorSchema.parse(await unknown.json()).error.code).toBe('not_found');
  });
});
