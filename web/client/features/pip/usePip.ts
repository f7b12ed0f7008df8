import { useEffect, useRef, useState } from 'react';
import { toast } from 'sonner';
import { canOpenPip, openPipWindow } from './pip-window.ts';

export interface Pip {
  /** False where the browser has no such window. */
  offered: boolean;
  /** Null while it is closed. */
  window: Window | null;
  toggle(): void;
}

/** The small window over all others. It goes with the room. */
export function usePip(): Pip {
  const [small, setSmall] = useState<Window | null>(null);
  const isHere = useRef(false);
  useEffect(() => {
    isHere.current = true;
    return () => {
      isHere.current = false;
    };
  }, []);
  useEffect(() => {
    if (!small) return;
    // Closed by its own cross, too.
    const onGone = () => setSmall(null);
    small.addEventListener('pagehide', onGone);
    return () => {
      small.removeEventListener('pagehide', onGone);
      small.close();
    };
  }, [small]);
  return {
    offered: canOpenPip(window),
    window: small,
    toggle() {
      if (small) return setSmall(null);
      openPipWindow(window)
        // The room may have gone while the browser opened it.
        .then((opened) => (isHere.current ? setSmall(opened) : opened.close()))
        .catch(() => toast.error('The small window could not be opened.'));
    },
  };
}
