import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { watchTokens } from './watch-tokens.ts';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

function start() {
  const onSilence = vi.fn();
  const { readable, writable } = watchTokens<string>(onSilence);
  const read: string[] = [];
  const reading = (async () => {
    for await (const chunk of readable) read.push(chunk);
  })().catch(() => undefined);
  return { onSilence, writer: writable.getWriter(), read, reading };
}

describe(watchTokens, () => {
  test('tells when nothing comes at all', async () => {
    const { onSilence } = start();
    await vi.advanceTimersByTimeAsync(9_999);
    expect(onSilence).not.toHaveBeenCalled();
    await vi.advanceTimersByTimeAsync(1);
    expect(onSilence).toHaveBeenCalledOnce();
  });

  test('tells when an answer hangs in the middle, and not while it goes on', async () => {
    const { onSilence, writer, read } = start();
    for (const piece of ['The ', 'launch ', 'is ']) {
      await writer.write(piece);
      await vi.advanceTimersByTimeAsync(9_000);
    }
    expect(onSilence).not.toHaveBeenCalled();
    await vi.advanceTimersByTimeAsync(1_000);
    expect(onSilence).toHaveBeenCalledOnce();
    expect(read).toEqual(['The ', 'launch ', 'is ']);
  });

  test('is content once the answer is complete, broken off or not wanted any more', async () => {
    const complete = start();
    await complete.writer.close();
    const broken = start();
    await broken.writer.abort(new Error('lost')).catch(() => undefined);
    const unwanted = vi.fn();
    await watchTokens(unwanted).readable.cancel();
    await vi.advanceTimersByTimeAsync(60_000);
    expect(complete.onSilence).not.toHaveBeenCalled();
    expect(broken.onSilence).not.toHaveBeenCalled();
    expect(unwanted).not.toHaveBeenCalled();
  });
});
