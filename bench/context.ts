import type { Instance } from '../local/instance.ts';
import type { Figure } from './figure.ts';

/** What a benchmark is given: a Parley of its own, and a way out. */
export interface BenchContext {
  instance: Instance;
  signal: AbortSignal;
  onProgress: (message: string) => void;
}

export interface Benchmark {
  name: string;
  /**
   * `answeredAtMs` is when speech-to-text gave each final text: a stand-in that takes no time of the machine,
   * because the models are not what is measured.
   */
  run(context: BenchContext, answeredAtMs: ReadonlyMap<string, number>): Promise<Figure[]>;
}
