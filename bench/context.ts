import type { Instance } from '../local/instance.ts';
import type { Figure } from './figure.ts';

/** What a benchmark is given: a Parley of its own, and a way out. */
export interface BenchContext {
  instance: Instance;
  signal: AbortSignal;
  onProgress: (message: string) => void;
}

interface Named {
  name: string;
  /**
   * `stand-in`: a speech-to-text that takes no time of the machine, because the models are not what is measured.
   * `local`: the models that come with Parley.
   */
  models: 'stand-in' | 'local';
}

/** One that needs servers of its own, which Parley is told of before it starts. */
export interface OpenedBenchmark extends AsyncDisposable {
  services: Record<string, string>;
  run(context: BenchContext): Promise<Figure[]>;
}

export type Benchmark = Named &
  (
    | {
        /** `answeredAtMs` is when the stand-in gave each final text. */
        run(context: BenchContext, answeredAtMs: ReadonlyMap<string, number>): Promise<Figure[]>;
      }
    | { open(): Promise<OpenedBenchmark> }
  );
