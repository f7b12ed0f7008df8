import { describe, expect, it } from 'vitest';
import type { Stretch } from '../speech-to-text/transcriber.ts';
import { createFakeThread, errorSchema, formOf, hear, openApp, wavOf } from './testing/fake-app.ts';
import { transcriptionRoutes } from './transcriptions.ts';

const transcriptions = '/v1/audio/transcriptions';

describe(transcriptionRoutes, () => {
  it('gives the text of all pieces, and their times on request', async () => {
    const { app, base } = openApp();
    const file = wavOf(25);
    const short = await app.request(transcriptions, formOf({ file, model: 'whisper-1' }));
    expect(await short.json()).toEqual({ text: 'word 1' });
    expect(base.jobs.map(({ input }) => [input.data.length / 2 / 8_000, input.isLast])).toEqual([
      [15, false],
      [15, true],
    ]);
    base.jobs.length = 0;
    const long = await app.request(
      transcriptions,
      formOf({
        file: wavOf(33),
        model: 'moonshine-base',
        language: 'en-US',
        response_format: 'verbose_json',
        temperature: '0',
      }),
    );
    expect(await long.json()).toEqual({
      task: 'transcribe',
      language: 'english',
      duration: 33,
      text: 'word 1 word 3',
      segments: [
        { id: 0, start: 0.5, end: 1, text: 'word 1' },
        { id: 1, start: 20.5, end: 21, text: 'word 3' },
      ],
    });
  });

  it('sends each model name to its own thread, and the caller along', async () => {
    const { app, base, tiny } = openApp();
    const form = { file: wavOf(1), model: 'moonshine-tiny' };
    await app.request(transcriptions, { ...formOf(form), headers: { authorization: 'Bearer a' } });
    const headers = { authorization: 'Bearer a', 'x-parley-caller': 'mtg_1' };
    await app.request(transcriptions, { ...formOf(form), headers });
    expect(tiny.jobs.map(({ options }) => options.caller)).toEqual(['Bearer a', 'mtg_1']);
    expect(base.jobs).toEqual([]);
  });

  it.each([
    ['a file that is not a WAV', { file: new File(['ID3 mp3'], 'a.wav') }, 400, 'invalid_audio'],
    ['a language it does not speak', { language: 'de' }, 400, 'unsupported_language'],
    ['a model it does not have', { model: 'gpt-5' }, 404, 'model_not_found'],
    ['a format it does not write', { response_format: 'srt' }, 400, 'invalid_request'],
    ['a temperature', { temperature: '0.7' }, 400, 'invalid_request'],
    ['streaming', { stream: 'true' }, 400, 'invalid_request'],
    ['text for a file', { file: 'hello' }, 400, 'invalid_request'],
  ])('refuses %s in the shape that OpenAI clients read', async (_, fields, status, code) => {
    const { app, base } = openApp();
    const response = await app.request(
      transcriptions,
      formOf({ file: wavOf(1), model: 'whisper-1', ...fields }),
    );
    expect(response.status).toBe(status);
    expect(errorSchema.parse(await response.json()).error).toMatchObject({
      code,
      type: 'invalid_request_error',
    });
    expect(base.jobs).toEqual([]);
  });

  it.each([
    ['JSON', { 'content-type': 'application/json' }, '{}'],
    ['no body', { 'content-type': 'multipart/form-data; boundary=x' }, ''],
    [
      'a form that was cut off',
      { 'content-type': 'multipart/form-data; boundary=x' },
      '--x\r\nContent-Disposition: form-data; name="file"; filename="a"\r\n\r\nRIFF',
    ],
  ])('refuses %s', async (_, headers, body) => {
    const { app } = openApp();
    const response = await app.request(transcriptions, { method: 'POST', headers, body });
    expect(response.status).toBe(400);
    expect(errorSchema.parse(await response.json()).error.code).toBe('invalid_request');
  });

  it('refuses more than 512 MB before it reads them', async () => {
    const { app } = openApp();
    const headers = { 'content-type': 'multipart/form-data; boundary=x', 'content-length': '600000000' };
    const response = await app.request(transcriptions, { method: 'POST', headers, body: '--x--' });
    expect(response.status).toBe(413);
    expect(errorSchema.parse(await response.json()).error.code).toBe('payload_too_large');
  });

  it('queues nothing more once the client has left', async () => {
    const gone = new AbortController();
    const base = createFakeThread((stretch: Stretch, turn) => {
      if (turn === 2) gone.abort();
      return hear(stretch, turn);
    });
    const { app } = openApp({ base });
    const request = formOf({ file: wavOf(60), model: 'whisper-1' });
    await app.request(transcriptions, { ...request, signal: gone.signal });
    expect(base.jobs).toHaveLength(2);
  });
});
