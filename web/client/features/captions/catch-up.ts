/**
 * Fetches stored lines: everything on joining and after a break, what is new when told so, and holes in the numbering
 * until they close.
 * One request at a time.
 */
import type { TranscriptPage } from '../../../../lib/messages.ts';

export type CatchUpStatus = 'loading' | 'complete' | 'failing';

interface CatchUpOptions {
  /** Lines after the cursor `epoch.seq`, from the start when it is null. */
  fetchPage(after: string | null, signal: AbortSignal): Promise<TranscriptPage>;
  onPage(page: TranscriptPage): void;
  onStatus(status: CatchUpStatus): void;
  getHole(): { epoch: number; afterSeq: number } | null;
  /** The hole stayed open: web set those lines aside. */
  onGiveUp(hole: { epoch: number; afterSeq: number }): void;
  /** Resolves after the time, or at once when the signal aborts. */
  wait(ms: number, signal: AbortSignal): Promise<void>;
}

export interface CatchUp {
  /** Fetches everything again, then once more what came meanwhile. */
  refetch(): void;
  /** Fetches what came since the last time, and where nobody listened. */
  refresh(): void;
  /** Looks for holes. */
  fill(): void;
  close(): void;
}

/** A line is on screens before it is stored: the agent hands lines over every 3 s. */
const tailDelayMs = 4_000;
/** 30 s in all. A line that is not stored by then was set aside. */
const holeDelaysMs = [250, 1_000, 2_000, 4_000, 8_000, 15_000];
const failureDelaysMs = [1_000, 2_000, 4_000, 8_000, 15_000];

/** `tail`: what was on screens before it was stored, a while after the rest. */
type Wanted = 'all' | 'news' | 'tail';

/** What to fetch after `what` was fetched or failed, when `asked` came in between. */
function nextWanted(what: Wanted, complete: boolean, asked: Wanted | null): Wanted | null {
  if (asked === 'all' || (what === 'all' && !complete)) return 'all';
  if (asked === 'news' || (what === 'news' && !complete)) return 'news';
  return what === 'tail' && complete ? null : 'tail';
}

export function createCatchUp(options: CatchUpOptions): CatchUp {
  const closing = new AbortController();
  let wanted: Wanted | null = null;
  let running = false;
  let waking = new AbortController();
  let tail: string | null = null;
  let failures = 0;
  let hole = { cursor: '', attempts: 0 };

  const pause = (ms: number) => {
    waking = new AbortController();
    return options.wait(ms, AbortSignal.any([waking.signal, closing.signal]));
  };

  async function run() {
    if (running) return;
    running = true;
    while (!closing.signal.aborted && (wanted || options.getHole())) {
      if (wanted) await fetchWanted(wanted);
      else await fetchHole();
    }
    running = false;
  }

  async function fetchWanted(what: Wanted) {
    if (what === 'all') options.onStatus(failures > 0 ? 'failing' : 'loading');
    else if (what === 'tail') await pause(tailDelayMs);
    if (closing.signal.aborted || wanted !== what) return;
    wanted = null;
    const complete = await fetchFrom(what === 'all' ? null : tail);
    if (complete) options.onStatus('complete');
    wanted = nextWanted(what, complete, wanted);
  }

  async function fetchHole() {
    const found = options.getHole();
    if (!found) return;
    const cursor = `${found.epoch}.${found.afterSeq}`;
    hole = hole.cursor === cursor ? { cursor, attempts: hole.attempts + 1 } : { cursor, attempts: 0 };
    const delay = holeDelaysMs[hole.attempts];
    if (delay === undefined) {
      options.onGiveUp(found);
      return;
    }
    await pause(delay);
    if (!closing.signal.aborted && !wanted) await fetchFrom(cursor);
  }

  /** False, after a pause, when the server did not answer. */
  async function fetchFrom(start: string | null): Promise<boolean> {
    try {
      let after = start;
      for (let more = true; more; ) {
        const page = await options.fetchPage(after, closing.signal);
        if (closing.signal.aborted) return false;
        options.onPage(page);
        more = page.more && page.next !== null && page.next !== after;
        after = page.next ?? after;
      }
      tail = after ?? tail;
      failures = 0;
      return true;
    } catch {
      if (closing.signal.aborted) return false;
      failures += 1;
      options.onStatus('failing');
      await pause(failureDelaysMs[Math.min(failures, failureDelaysMs.length) - 1] ?? 0);
      return false;
    }
  }

  const ask = (what: Wanted) => {
    wanted = what;
    waking.abort();
    void run();
  };

  return {
    refetch: () => ask('all'),
    refresh: () => ask(wanted === 'all' ? 'all' : 'news'),
    fill() {
      void run();
    },
    close() {
      closing.abort();
    },
  };
}
