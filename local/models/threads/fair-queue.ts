/**
 * Waiting work of several callers. Callers take turns; within a caller the oldest goes first. Long work is
 * handed in piece by piece, so nobody waits for more than one piece of every other caller.
 */
export interface FairQueue<Job> {
  readonly size: number;
  /** Returns a function that takes the job out again; false when it had left the queue before. */
  add(caller: string, job: Job): () => boolean;
  /** The next job, or undefined when nothing waits. */
  take(): Job | undefined;
}

export function createFairQueue<Job>(): FairQueue<Job> {
  /** In order of turns: a caller that was served goes to the end. Callers without jobs are not kept. */
  const lines = new Map<string, { job: Job }[]>();

  return {
    get size() {
      let size = 0;
      for (const line of lines.values()) size += line.length;
      return size;
    },
    add(caller, job) {
      const place = { job };
      const line = lines.get(caller);
      if (line) line.push(place);
      else lines.set(caller, [place]);
      return () => remove(lines, caller, place);
    },
    take() {
      const [turn] = lines;
      if (!turn) return undefined;
      const [caller, line] = turn;
      const place = line.shift();
      lines.delete(caller);
      if (line.length > 0) lines.set(caller, line);
      return place?.job;
    },
  };
}

function remove<Job>(lines: Map<string, { job: Job }[]>, caller: string, place: { job: Job }): boolean {
  const line = lines.get(caller);
  const index = line?.indexOf(place) ?? -1;
  if (!line || index < 0) return false;
  line.splice(index, 1);
  if (line.length === 0) lines.delete(caller);
  return true;
}
