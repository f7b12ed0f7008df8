import { useEffect, useState } from 'react';

/** Whole seconds until a time of `Date.now()`, counted down to 0; null without one. */
export function useSecondsUntil(deadlineMs: number | null): number | null {
  const [nowMs, setNowMs] = useState(() => Date.now());
  useEffect(() => {
    if (deadlineMs === null) return;
    setNowMs(Date.now());
    const ticking = setInterval(() => setNowMs(Date.now()), 500);
    return () => clearInterval(ticking);
  }, [deadlineMs]);
  return deadlineMs === null ? null : Math.max(0, Math.ceil((deadlineMs - nowMs) / 1_000));
}
