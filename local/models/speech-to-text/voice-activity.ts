/** Silero voice activity detection: the probability of speech for every 32 ms. */
import { Tensor } from 'onnxruntime-node';
import { openSession } from '../threads/open-session.ts';
import { speechRate } from './moonshine.ts';

/** Samples per window; the model takes the 64 samples before them as context. */
export const windowSamples = 512;
const contextSamples = 64;

export interface VoiceActivity {
  /** One probability per full or begun window of mono 16 kHz audio. */
  probabilities(samples: Float32Array): Promise<number[]>;
}

export async function loadVoiceActivity(path: string): Promise<VoiceActivity> {
  const session = await openSession(path);
  const sr = new Tensor('int64', BigInt64Array.of(BigInt(speechRate)), []);

  return {
    async probabilities(samples) {
      const result: number[] = [];
      let state: Tensor = new Tensor('float32', new Float32Array(2 * 128), [2, 1, 128]);
      for (let at = 0; at < samples.length; at += windowSamples) {
        const window = new Float32Array(contextSamples + windowSamples);
        const from = Math.max(0, at - contextSamples);
        window.set(samples.subarray(from, at + windowSamples), contextSamples - (at - from));
        const input = new Tensor('float32', window, [1, window.length]);
        const { output, stateN } = await session.run({ input, state, sr });
        if (!(output?.data instanceof Float32Array) || !(stateN instanceof Tensor)) {
          throw new Error('the voice activity model gave no output');
        }
        state = stateN;
        result.push(output.data[0] ?? 0);
      }
      return result;
    },
  };
}
