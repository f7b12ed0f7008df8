import { expect, it } from 'vitest';
import { createAlarm } from './alarm.ts';

const elapsed = async (wait: Promise<void>) => {
  const start = performance.now();
  await wait;
  return performance.now() - start;
};

it('waits for the whole time when nobody wakes it', async () => {
  expect(await elapsed(createAlarm().wait(40))).toBeGreaterThanOrEqual(39);
});

it('ends the wait when woken', async () => {
  const alarm = createAlarm();
  setTimeout(alarm.wake, 10);
  expect(await elapsed(alarm.wait(5_000))).toBeLessThan(2_000);
});

it('remembers one wake-up that came before the wait, and only one', async () => {
  const alarm = createAlarm();
  alarm.wake();
  alarm.wake();
  expect(await elapsed(alarm.wait(5_000))).toBeLessThan(2_000);
  expect(await elapsed(alarm.wait(40))).toBeGreaterThanOrEqual(39);
});
