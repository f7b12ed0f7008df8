/** Fetches the images of a whiteboard, a few at a time; one that does not come is tried again when it is wanted again. */

interface ImageLoaderOptions {
  load(id: string): Promise<Blob>;
  show(id: string, image: Blob): Promise<void>;
}

export interface ImageLoader {
  /** Harmless for one that is on its way or was shown. */
  want(id: string): void;
  close(): void;
}

const mostAtOnce = 4;
/** Of one image: the server is away no longer than that, or the image is gone. */
const mostAttempts = 5;

export function createImageLoader({ load, show }: ImageLoaderOptions): ImageLoader {
  const attempts = new Map<string, number>();
  const underWay = new Set<string>();
  const shown = new Set<string>();
  let closed = false;

  const fetchOne = async (id: string) => {
    try {
      const image = await load(id);
      if (closed) return;
      await show(id, image);
      shown.add(id);
    } catch {
      attempts.set(id, (attempts.get(id) ?? 0) + 1);
    } finally {
      underWay.delete(id);
    }
  };

  return {
    want(id) {
      if (closed || shown.has(id) || underWay.has(id) || underWay.size >= mostAtOnce) return;
      if ((attempts.get(id) ?? 0) >= mostAttempts) return;
      underWay.add(id);
      void fetchOne(id);
    },
    close() {
      closed = true;
    },
  };
}
