/** Keeps time for a page: timers of workers go on at their full rate while the page is hidden. */
self.onmessage = ({ data: everyMs }: MessageEvent<number>) => {
  setInterval(() => self.postMessage(null), everyMs);
};
