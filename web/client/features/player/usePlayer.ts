import { createContext, use, useEffect, useMemo, useSyncExternalStore } from 'react';
import { createPlayer, type Player } from './create-player.ts';
import type { Piece } from './pieces.ts';

/** A player of these pieces; null while there is nothing to hear. */
export function useCreatePlayer(pieces: readonly Piece[]): Player | null {
  const addresses = pieces.map(({ url, startMs, endMs }) => `${url} ${startMs} ${endMs}`).join('\n');
  // biome-ignore lint/correctness/useExhaustiveDependencies: the same sound again is no reason to stop
  const player = useMemo(() => {
    if (pieces.length === 0) return null;
    const sound = new Audio();
    sound.preload = 'metadata';
    return createPlayer(sound, pieces);
  }, [addresses]);
  useEffect(() => () => player?.close(), [player]);
  return player;
}

export const PlayerContext = createContext<Player | null>(null);

export const usePlayer = () => use(PlayerContext);

const neverChanges = () => () => undefined;

/** Something about the player: renders again only when it is another value. `select` gives the same for the same. */
export function usePlayerValue<T>(select: (player: Player) => T, without: T): T {
  const player = usePlayer();
  return useSyncExternalStore(player?.subscribe ?? neverChanges, () => (player ? select(player) : without));
}
