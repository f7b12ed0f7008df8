import { useEffect } from 'react';
import type { Player } from './create-player.ts';

/** Where keys write or choose something themselves. */
const writing = 'input, textarea, select, [contenteditable], [role="dialog"], [role="alertdialog"]';

/** K and the space bar play and pause, J and L go back and on, wherever nothing else takes the keys. */
export function usePlayerKeys(player: Player, skipMs: number): void {
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if (event.altKey || event.ctrlKey || event.metaKey || event.defaultPrevented) return;
      const target = event.target instanceof Element ? event.target : null;
      if (target?.closest(writing)) return;
      const isOn = player.getStatus() === 'playing' || player.getStatus() === 'loading';
      const key = event.key.toLowerCase();
      if (key === 'k' || (key === ' ' && !target?.closest('button, a, summary, [role="tab"]'))) {
        event.preventDefault();
        if (isOn) player.pause();
        else player.play();
      } else if (key === 'j') player.seek(Math.max(0, player.getMs() - skipMs));
      else if (key === 'l') player.seek(player.getMs() + skipMs);
    };
    document.addEventListener('keydown', onKey);
    return () => document.removeEventListener('keydown', onKey);
  }, [player, skipMs]);
}
