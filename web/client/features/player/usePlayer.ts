import { createContext, use, useEffect, useMemo, useSyncExternalStore } from 'react';
import { createPlayer, type Player } from './create-player.ts';
import type { Piece } from './pieces.ts';

export interface PlayerParts {
  /** Null while there is nothing to hear. */
  player: Player | null;
  /** What it plays with where there are pictures; to be put somewhere on the page. */
  video: HTMLVideoElement | null;
}

/** A player of these pieces. `withVideo`: some of them may have a picture. */
export function useCreatePlayer(pieces: readonly Piece[], withVideo: boolean): PlayerParts {
  const isEmpty = pieces.length === 0;
  const parts = useMemo((): PlayerParts => {
    if (isEmpty) return { player: null, video: null };
    const video = withVideo ? document.createElement('video') : null;
    const media = video ?? new Audio();
    // A picture is large: nothing of it is fetched before somebody plays it.
    media.preload = video ? 'none' : 'metadata';
    return { player: createPlayer(media, []), video };
  }, [isEmpty, withVideo]);
  const { player } = parts;
  const addresses = pieces.map(({ url, startMs, endMs }) => `${url} ${startMs} ${endMs}`).join('\n');
  // biome-ignore lint/correctness/useExhaustiveDependencies: the same pieces again change nothing
  useEffect(() => player?.setPieces(pieces), [player, addresses]);
  useEffect(() => () => player?.close(), [player]);
  return parts;
}

export const PlayerContext = createContext<Player | null>(null);

export const usePlayer = () => use(PlayerContext);

const neverChanges = () => () => undefined;

/** Something about the player: renders again only when it is another value. `select` gives the same for the same. */
export function usePlayerValue<T>(select: (player: Player) => T, without: T): T {
  const player = usePlayer();
  return useSyncExternalStore(player?.subscribe ?? neverChanges, () => (player ? select(player) : without));
}
