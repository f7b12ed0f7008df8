import { TransformStream } from 'node:stream/web';

/** How long a model may think without giving anything. */
const silenceMs = 10_000;

/**
 * Passes a model's answer on, and calls `onSilence` once when nothing came for 10 s before its end: a server that
 * hangs in mid-answer would otherwise hold up the meeting's AI participant for minutes.
 */
export function watchTokens<T>(onSilence: () => void, limitMs = silenceMs): TransformStream<T, T> {
  let timer: NodeJS.Timeout | undefined;
  const rest = () => clearTimeout(timer);
  const wait = () => {
    rest();
    timer = setTimeout(onSilence, limitMs);
  };
  return new TransformStream<T, T>({
    start: wait,
    transform(chunk, controller) {
      wait();
      controller.enqueue(chunk);
    },
    flush: rest,
    cancel: rest,
  });
}
