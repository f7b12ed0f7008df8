import { describe, expect, it } from 'vitest';
import { speechRoutes } from './speech.ts';
import { errorSchema, json, openApp } from './testing/fake-app.ts';

describe(speechRoutes, () => {
  const speech = '/v1/audio/speech';

  it('streams PCM sentence by sentence, with numbers as words', async () => {
    const { app, voice } = openApp();
    const request = {
      model: 'tts-1',
      voice: 'alloy',
      input: 'At 10. Then 5%!',
      response_format: 'pcm',
      speed: 2,
    };
    const response = await app.request(speech, json(request));
    expect(response.headers.get('content-type')).toBe('audio/pcm');
    expect(await response.text()).toBe('At ten.|Then five percent!|');
    expect(voice.jobs.map(({ input }) => input)).toMatchObject([{ speed: 2 }, { speed: 2 }]);
  });

  it('answers with one WAV by default, an empty one where nothing can be said', async () => {
    const { app } = openApp();
    const response = await app.request(speech, json({ model: 'tts-en', input: 'Hello. You.' }));
    expect(response.headers.get('content-type')).toBe('audio/wav');
    expect(
      Buffer.from(await response.arrayBuffer())
        .subarray(44)
        .toString(),
    ).toBe('Hello.|You.|');
    const silent = await app.request(speech, json({ model: 'tts-en', input: '***' }));
    expect((await silent.arrayBuffer()).byteLength).toBe(44);
  });

  it.each([
    ['no text', { input: '' }],
    ['too much text', { input: 'a'.repeat(4_097) }],
    ['a format it does not write', { response_format: 'mp3' }],
    ['a voice it does not have', { voice: 'nova' }],
    ['a speed that nobody follows', { speed: 10 }],
  ])('refuses %s', async (_, change) => {
    const { app } = openApp();
    const response = await app.request(speech, json({ model: 'tts-1', input: 'Hello.', ...change }));
    expect(response.status).toBe(400);
    expect(errorSchema.parse(await response.json()).error.code).toBe('invalid_request');
  });

  it('stops speaking when nobody listens any more', async () => {
    const { app, voice } = openApp();
    const input = 'One sentence. '.repeat(100);
    const response = await app.request(speech, json({ model: 'tts-1', input, response_format: 'pcm' }));
    await response.body?.cancel();
    expect(voice.jobs.at(-1)?.options.signal.aborted).toBe(true);
    expect(voice.jobs.length).toBeLessThan(5);
  });
});
