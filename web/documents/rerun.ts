export interface Rerun extends Disposable {
  /** Has it done soon; many wishes meanwhile are one. */
  ask(): void;
}

/** Does `act` when it is asked for, `delayMs` later, and never twice at a time. A failure is for `onError`. */
export function createRerun(
  act: () => Promise<void>,
  { delayMs, onError }: { delayMs: number; onError: (error: unknown) => void },
): Rerun {
  let state: 'idle' | 'waiting' | 'running' | 'asked_again' | 'stopped' = 'idle';
  let timer: NodeJS.Timeout | undefined;

  const run = async () => {
    state = 'running';
    await act().catch(onError);
    const again = (state as string) === 'asked_again';
    if ((state as string) === 'stopped') return;
    state = 'idle';
    if (again) ask();
  };
  const ask = () => {
    if (state === 'running') state = 'asked_again';
    if (state !== 'idle') return;
    state = 'waiting';
    timer = setTimeout(() => void run(), delayMs);
  };

  return {
    ask,
    [Symbol.dispose]() {
      state = 'stopped';
      clearTimeout(timer);
    },
  };
}
