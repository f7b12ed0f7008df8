import { useSyncExternalStore } from 'react';

// Tailwind's `lg`: from here on the transcript fits beside the stage.
const query = '(min-width: 64rem)';

export function useIsWide(): boolean {
  return useSyncExternalStore(
    (onChange) => {
      const media = window.matchMedia(query);
      media.addEventListener('change', onChange);
      return () => media.removeEventListener('change', onChange);
    },
    () => window.matchMedia(query).matches,
  );
}
