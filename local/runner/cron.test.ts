import pino from 'pino';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { nextTick, runCron } from './cron.ts';
import { readRegistration } from './registration.ts';

describe(nextTick, () => {
  it('reads the expression in UTC, or in the zone that it names, over clock changes', () => {
    const next = (cron: string, after: string) => nextTick(cron, new Date(after))?.toISOString();
    expect(next('30 9 * * *', '2026-11-21T09:30:00Z')).toBe('2026-11-22T09:30:00.000Z');
    const berlin = 'TZ=Europe/Berlin 0 9 * * 1';
    expect(next(berlin, '2026-03-23T12:00:00Z')).toBe('2026-03-30T07:00:00.000Z');
    expect(next(berlin, '2026-03-22T12:00:00Z')).toBe('2026-03-23T08:00:00.000Z');
  });
});

describe(runCron, () => {
  beforeEach(() => {
    vi.useFakeTimers({ now: new Date('2026-11-21T10:00:30Z') });
  });
  afterEach(() => {
    vi.useRealTimers();
  });

  it('starts each tick once, under an id that every process gives it, and stops at the signal', async () => {
    const functions = readRegistration({
      functions: [
        { id: 'app-often', triggers: [{ cron: '* * * * *' }], steps: {} },
        { id: 'app-rare', triggers: [{ cron: '0 12 * * *' }], steps: {} },
        { id: 'app-never', triggers: [{ event: 'a/b' }], steps: {} },
      ],
    });
    const started: string[] = [];
    const stop = new AbortController();
    const running = runCron({
      functions,
      logger: pino({ level: 'silent' }),
      signal: stop.signal,
      start: async (event, run) => started.push(`${run.functionId} ${event.id}`),
    });
    await vi.advanceTimersByTimeAsync(3 * 60_000);
    expect(started).toEqual(
      ['10:01', '10:02', '10:03'].map(
        (time) => `app-often cron:app-often:* * * * *:2026-11-21T${time}:00.000Z`,
      ),
    );
    await vi.advanceTimersByTimeAsync(2 * 3_600_000);
    expect(started.filter((each) => each.startsWith('app-rare'))).toHaveLength(1);
    stop.abort();
    await running;
  });
});
