/** What a long step reports. `fraction` is 0..1 where the total is known. */
export interface Progress {
  task: string;
  detail?: string;
  fraction?: number;
}

export type OnProgress = (progress: Progress) => void;

/** Reports the latest state again every second, for work that says nothing while it waits. */
export function repeatProgress(onProgress: OnProgress): { report: OnProgress } & Disposable {
  let latest: Progress | null = null;
  const timer = setInterval(() => latest && onProgress(latest), 1_000);
  return {
    report(progress) {
      latest = progress;
      onProgress(progress);
    },
    [Symbol.dispose]: () => clearInterval(timer),
  };
}
