/**
 * Text to speech of any server with OpenAI's `audio/speech`: a sentence in, its audio out while it comes. Not by
 * the framework's plugin, which waits for the whole sentence and leaves a failure as an unhandled rejection.
 */
import { AudioFrame } from '@livekit/rtc-node';
import type { Config } from '../../lib/config.ts';
import { ParleyError } from '../../lib/errors.ts';
import { voiceRate } from './playback.ts';

export interface SpeechServer {
  /**
   * 24 kHz mono audio of one sentence. Throws `ParleyError` when the server gives none in two attempts or breaks
   * off, or the signal's reason.
   */
  synthesize(sentence: string, signal: AbortSignal): AsyncIterable<AudioFrame>;
  /**
   * A voice of the server, or `default`; for the sentences that follow. One that the server refuses is replaced by
   * the default: another voice is better than none.
   */
  setVoice(voice: string): void;
}

/** Time without audio: a sentence takes the local voice 0.1 s, and OpenAI's first sound about 1 s. */
const timeoutMs = 6_000;
const attempts = 2;

/** `caller` stands for a key where the server asks for none. */
export function createSpeechServer(config: NonNullable<Config['voice']>, caller: string): SpeechServer {
  let { voice } = config;

  const request = async (input: string, signal: AbortSignal): Promise<ReadableStream<Uint8Array>> => {
    const answer = await fetch(`${config.baseUrl}/audio/speech`, {
      method: 'POST',
      headers: {
        authorization: `Bearer ${config.apiKey ?? caller}`,
        'content-type': 'application/json',
      },
      body: JSON.stringify({ model: config.model, voice, input, response_format: 'pcm' }),
      signal,
    });
    if (answer.ok && answer.body) return answer.body;
    await answer.body?.cancel();
    throw new ParleyError('unavailable', `the speech server answers ${answer.status}`, {
      retryable: answer.status >= 500 || answer.status === 429,
    });
  };

  return {
    async *synthesize(sentence, signal) {
      for (let attempt = 1; ; attempt++) {
        let begun = false;
        const late = new AbortController();
        const timer = setTimeout(() => late.abort(new Error(`no audio in ${timeoutMs} ms`)), timeoutMs);
        try {
          const body = await request(sentence, AbortSignal.any([signal, late.signal]));
          for await (const frame of framesOf(body)) {
            timer.refresh();
            begun = true;
            yield frame;
          }
          if (begun) return;
          throw new ParleyError('unavailable', 'the speech server gave no audio', { retryable: true });
        } catch (cause) {
          if (signal.aborted) throw signal.reason;
          const isRefused = cause instanceof ParleyError && !cause.retryable;
          const final = isRefused && voice === config.voice;
          if (isRefused) voice = config.voice;
          if (begun || final || attempt === attempts) {
            throw new ParleyError('unavailable', 'a sentence could not be spoken', { cause });
          }
        } finally {
          clearTimeout(timer);
        }
      }
    },
    setVoice(name) {
      voice = name === 'default' ? config.voice : name;
    },
  };
}

/** 16-bit little-endian samples; a sample can be cut in two by the network. */
async function* framesOf(body: AsyncIterable<Uint8Array>): AsyncGenerator<AudioFrame> {
  let half: Uint8Array = new Uint8Array(0);
  for await (const chunk of body) {
    const bytes = Buffer.concat([half, chunk]);
    const whole = bytes.length - (bytes.length % 2);
    half = bytes.subarray(whole);
    if (whole === 0) continue;
    const samples = new Int16Array(whole / 2);
    Buffer.from(samples.buffer).set(bytes.subarray(0, whole));
    yield new AudioFrame(samples, voiceRate, 1, samples.length);
  }
}
