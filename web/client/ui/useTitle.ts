import { useEffect } from 'react';

/** Names the browser tab. */
export function useTitle(title: string | null): void {
  useEffect(() => {
    document.title = title ? `${title} · Parley` : 'Parley';
  }, [title]);
}
