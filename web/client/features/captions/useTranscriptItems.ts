import { useCallback, useMemo, useSyncExternalStore } from 'react';
import { listItems, type SpokenItem, selectCaptions, type TranscriptItem } from './transcript-items.ts';
import type { TranscriptState } from './transcript-state.ts';
import type { TranscriptStore } from './transcript-store.ts';

/** All that was said, and is being said. */
export function useTranscriptItems(store: TranscriptStore): readonly TranscriptItem[] {
  return listItems(useTranscriptState(store));
}

/** What is being said now, at most three rows. */
export function useCaptions(store: TranscriptStore): readonly SpokenItem[] {
  const state = useTranscriptState(store);
  return useMemo(() => selectCaptions(listItems(state), state.recent), [state]);
}

/** Looks once for each frame that is painted, however much came. */
function useTranscriptState(store: TranscriptStore): TranscriptState {
  const subscribe = useCallback(
    (onChange: () => void) => {
      let frame = 0;
      const stop = store.subscribe(() => {
        frame ||= requestAnimationFrame(() => {
          frame = 0;
          onChange();
        });
      });
      return () => {
        stop();
        cancelAnimationFrame(frame);
      };
    },
    [store],
  );
  return useSyncExternalStore(subscribe, store.getState);
}
