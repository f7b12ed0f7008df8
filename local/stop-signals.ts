/** Ctrl-C, SIGTERM, SIGHUP and the loss of the parent, as one abort signal. */
export interface StopSignals extends Disposable {
  signal: AbortSignal;
  /** By convention 128 + n after signal n; 0 after Ctrl-C, which is how a person ends Parley. */
  exitCode(): number;
}

/**
 * Within this time a repeated signal is the same one: a terminal sends it to every process of the group, and
 * npm and the bootstrap pass it on as well.
 */
const sameSignalMs = 800;

/** `onForce` is called at the second Ctrl-C or SIGTERM. */
export function listenForStop(onStop: () => void, onForce: () => void): StopSignals {
  const stop = new AbortController();
  let code = 0;
  let firstAt = 0;
  const handle = (exitCode: number) => () => {
    if (!stop.signal.aborted) {
      code = exitCode;
      firstAt = Date.now();
      onStop();
      stop.abort(new Error('stopped'));
    } else if (Date.now() - firstAt > sameSignalMs) {
      onForce();
    }
  };
  const handlers = [
    ['SIGINT', handle(0)],
    ['SIGTERM', handle(143)],
    ['SIGHUP', handle(129)],
    ['disconnect', handle(143)],
  ] as const;
  for (const [event, handler] of handlers) process.on(event, handler);
  return {
    signal: stop.signal,
    exitCode: () => code,
    [Symbol.dispose]() {
      for (const [event, handler] of handlers) process.off(event, handler);
    },
  };
}
