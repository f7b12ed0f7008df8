/** Fetches the images of a whiteboard, a few at a time; where web does not answer, again after a while. */
import pRetry from 'p-retry';
import { ApiError } from '../api/api-error.ts';

interface ImageLoaderOptions {
  load(id: string): Promise<Blob>;
  show(id: string, image: Blob): Promise<void>;
  /** A place is free, or an image did not come: say again what is wanted. */
  onFree(): void;
}

export interface ImageLoader {
  /** Harmless for one that is on its way, was shown, or is not there. */
  want(id: string): void;
  close(): void;
}

const mostAtOnce = 4;
/** 15 s in all: a restart of web takes less. */
const pauses = { retries: 5, minTimeout: 500, factor: 2 };

export function createImageLoader({ load, show, onFree }: ImageLoaderOptions): ImageLoader {
  const underWay = new Set<string>();
  /** Shown, or not to be had. */
  const settled = new Set<string>();
  const closing = new AbortController();

  const fetchOne = async (id: string) => {
    try {
      const shouldRetry = ({ error }: { error: Error }) => mayComeLater(error);
      const image = await pRetry(() => load(id), { ...pauses, shouldRetry, signal: closing.signal });
      if (!closing.signal.aborted) await show(id, image);
      settled.add(id);
    } catch (error) {
      if (!mayComeLater(error)) settled.add(id);
    }
    underWay.delete(id);
    if (!closing.signal.aborted) onFree();
  };

  return {
    want(id) {
      if (closing.signal.aborted || settled.has(id) || underWay.has(id) || underWay.size >= mostAtOnce)
        return;
      underWay.add(id);
      void fetchOne(id);
    },
    close: () => closing.abort(),
  };
}

const mayComeLater = (error: unknown) => error instanceof ApiError && error.retryable;
