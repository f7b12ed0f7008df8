/** What a model thread says. It gets one input at a time and answers each with `done` or `failed`. */
export type ThreadMessage<Output> =
  | { type: 'ready' }
  | { type: 'done'; output: Output }
  | { type: 'failed'; message: string };
