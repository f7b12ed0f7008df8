/** What a model thread is told: one job at a time, and to end when it has answered. */
export type ThreadOrder<Input> = { type: 'job'; input: Input } | { type: 'stop' };

/** What a model thread says; each job is answered with `done` or `failed`. */
export type ThreadMessage<Output> =
  | { type: 'ready' }
  | { type: 'done'; output: Output }
  | { type: 'failed'; message: string };
