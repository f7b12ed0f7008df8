import { useLayoutEffect, useRef } from 'react';

/**
 * Keeps the focus on the select of somebody whom a host moves: their row goes to another list, and the element that had the
 * focus goes with its old one. `state` is what the lists are made of.
 */
export function useFollowedFocus(state: unknown) {
  const list = useRef<HTMLDivElement>(null);
  const followed = useRef<string | null>(null);
  // biome-ignore lint/correctness/useExhaustiveDependencies: rows move when it changes
  useLayoutEffect(() => {
    if (followed.current === null || document.activeElement !== document.body) return;
    list.current?.querySelector<HTMLElement>(`select[data-person="${followed.current}"]`)?.focus();
  }, [state]);
  const follow = (personId: string) => {
    followed.current = personId;
  };
  return { list, follow };
}
