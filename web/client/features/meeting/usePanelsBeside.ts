import { useSyncExternalStore } from 'react';

// From Tailwind's `lg` on a panel fits beside the stage; two leave the stage 600 px from here on.
const queries = ['(min-width: 64rem)', '(min-width: 88rem)'];

/** How many panels fit beside the stage: none, one or two. */
export function usePanelsBeside(): number {
  return useSyncExternalStore(
    (onChange) => {
      const lists = queries.map((query) => window.matchMedia(query));
      for (const media of lists) media.addEventListener('change', onChange);
      return () => {
        for (const media of lists) media.removeEventListener('change', onChange);
      };
    },
    () => queries.filter((query) => window.matchMedia(query).matches).length,
  );
}
