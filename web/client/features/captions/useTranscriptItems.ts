import { useCallback, useMemo, useSyncExternalStore } from 'react';
import {
  listItems,
  type SpokenItem,
  selectCaptions,
  selectRecent,
  type TranscriptItem,
} from './transcript-items.ts';
import type { TranscriptState } from './transcript-state.ts';
import type { TranscriptStore } from './transcript-store.ts';

/** All that was said, and is being said. */
export function useTranscriptItems(store: TranscriptStore): readonly TranscriptItem[] {
  return listItems(useTranscriptState(store));
}

/** What is being said now, at most three rows, in the window that shows it: a page that is hidden paints nothing. */
export function useCaptions(store: TranscriptStore, page: Window = window): readonly SpokenItem[] {
  const state = useTranscriptState(store, page);
  return useMemo(() => selectCaptions(listItems(state), state.recent), [state]);
}

/** What was captioned a moment ago, all of it. */
export function useRecentLines(store: TranscriptStore): readonly SpokenItem[] {
  const state = useTranscriptState(store);
  return useMemo(() => selectRecent(listItems(state), state.recent), [state]);
}

/** Looks once for each frame that is painted, however much came. */
function useTranscriptState(store: TranscriptStore, page: Window = window): TranscriptState {
  const subscribe = useCallback(
    (onChange: () => void) => {
      let frame = 0;
      const stop = store.subscribe(() => {
        frame ||= page.requestAnimationFrame(() => {
          frame = 0;
          onChange();
        });
      });
      return () => {
        stop();
        page.cancelAnimationFrame(frame);
      };
    },
    [store, page],
  );
  return useSyncExternalStore(subscribe, store.getState);
}
