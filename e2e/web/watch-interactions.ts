/**
 * How long a page takes to answer. An interaction (a press, a key) is as long as the longest of its events in Event
 * Timing, from the input to the next frame, which is what INP is made of; a turn of the wheel, which is none there,
 * counts until the frame after it.
 */
import type { Page } from 'playwright-core';
import { z } from 'zod/mini';

/** Event Timing reports nothing shorter, and in steps of 8 ms. */
export const shortestMs = 16;

const interactionSchema = z.object({
  ms: z.number(),
  /** `click on "Show chat"` */
  what: z.string(),
});
const seenSchema = z.object({
  interactions: z.array(interactionSchema),
  /** Work that kept the page from anything else for more than 50 ms. */
  longTasksMs: z.array(z.number()),
  /** Elements below the watched one, the most at any time. */
  mostNodes: z.int(),
});
export type Seen = z.infer<typeof seenSchema>;

export interface InteractionWatch {
  /** What was seen since the last call. */
  take(): Promise<Seen>;
}

/** Begins to watch; `counted` is the selector of what must not grow without end. */
export async function watchInteractions(page: Page, counted: string): Promise<InteractionWatch> {
  const watch = await page.evaluateHandle(watchInPage, { shortestMs, counted });
  return { take: async () => seenSchema.parse(await watch.evaluate((each) => each.take())) };
}

/** Runs in the page: nothing from outside is known here. */
function watchInPage({ shortestMs, counted }: { shortestMs: number; counted: string }) {
  const nameOf = (target: EventTarget | null) =>
    target instanceof Element
      ? (target.closest('[aria-label]')?.getAttribute('aria-label') ?? target.tagName)
      : 'something that is gone';
  const byId = new Map<number, { ms: number; what: string }>();
  let wheels: { ms: number; what: string }[] = [];
  let longTasksMs: number[] = [];
  let mostNodes = 0;

  const noteEvents = (entries: PerformanceEntryList) => {
    for (const { interactionId, duration: ms, name, target } of entries as PerformanceEventTiming[]) {
      if (interactionId === 0 || ms <= (byId.get(interactionId)?.ms ?? 0)) continue;
      byId.set(interactionId, { ms, what: `${name} on "${nameOf(target)}"` });
    }
  };
  const events = new PerformanceObserver((list) => noteEvents(list.getEntries()));
  events.observe({ type: 'event', durationThreshold: shortestMs } as PerformanceObserverInit);
  const noteTasks = (entries: PerformanceEntryList) => {
    longTasksMs.push(...entries.map(({ duration }) => duration));
  };
  const tasks = new PerformanceObserver((list) => noteTasks(list.getEntries()));
  tasks.observe({ type: 'longtask' });
  const onWheel = ({ timeStamp, target }: WheelEvent) =>
    requestAnimationFrame(() => {
      // Its message comes when this frame is done.
      const { port1, port2 } = new MessageChannel();
      port1.onmessage = () =>
        wheels.push({ ms: performance.now() - timeStamp, what: `wheel on "${nameOf(target)}"` });
      port2.postMessage(null);
    });
  addEventListener('wheel', onWheel, { passive: true, capture: true });
  const countNodes = () => {
    mostNodes = Math.max(mostNodes, document.querySelectorAll(`${counted} *`).length);
  };
  setInterval(countNodes, 200);
  return {
    take() {
      noteEvents(events.takeRecords());
      noteTasks(tasks.takeRecords());
      countNodes();
      const seen = { interactions: [...byId.values(), ...wheels], longTasksMs, mostNodes };
      byId.clear();
      [wheels, longTasksMs, mostNodes] = [[], [], 0];
      return seen;
    },
  };
}
