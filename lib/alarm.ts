export interface Alarm {
  /** Ends the wait, or the next one if nobody waits now. */
  wake(): void;
  /** Resolves after `ms`, or at once when woken. One caller at a time. */
  wait(ms: number): Promise<void>;
}

/** A wait that a wake-up ends early, also one that came just before the wait began. */
export function createAlarm(): Alarm {
  let woken = false;
  let end: (() => void) | null = null;
  return {
    wake() {
      woken = true;
      end?.();
    },
    async wait(ms) {
      if (!woken) {
        const { promise, resolve } = Promise.withResolvers<void>();
        const timer = setTimeout(resolve, ms);
        end = resolve;
        await promise;
        clearTimeout(timer);
        end = null;
      }
      woken = false;
    },
  };
}
