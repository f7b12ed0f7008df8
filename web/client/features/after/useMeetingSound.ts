import { useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import { listRecordings } from '../api/recordings.ts';
import type { Player } from '../player/create-player.ts';
import { listPieces, type Piece } from '../player/pieces.ts';
import { useCreatePlayer } from '../player/usePlayer.ts';

interface MeetingSound {
  pieces: Piece[];
  /** Null while there is nothing to hear. */
  player: Player | null;
}

/** The recordings of a meeting, and a player of them. */
export function useMeetingSound(meetingId: string, zeroMs: number): MeetingSound {
  const { data } = useQuery({
    queryKey: ['meetings', 'recordings', meetingId],
    queryFn: ({ signal }) => listRecordings(meetingId, signal),
  });
  const pieces = useMemo(() => listPieces(data ?? [], zeroMs), [data, zeroMs]);
  return { pieces, player: useCreatePlayer(pieces) };
}
