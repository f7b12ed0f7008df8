import { useEffect, useState } from 'react';

/** Longer than a click or a key press that was meant for what stood here before: about two reactions. */
const armingMs = 700;

/** False for a moment after it appeared, so that nobody approves what they have not seen. */
export function useArmed(): boolean {
  const [armed, setArmed] = useState(false);
  useEffect(() => {
    const timer = setTimeout(() => setArmed(true), armingMs);
    return () => clearTimeout(timer);
  }, []);
  return armed;
}
