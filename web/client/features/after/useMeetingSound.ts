import { useQuery } from '@tanstack/react-query';
import { useMemo, useState } from 'react';
import type { RecordingView } from '../../../../lib/recording-messages.ts';
import { listRecordings } from '../api/recordings.ts';
import { listPieces, type Piece } from '../player/pieces.ts';
import { type PlayerParts, useCreatePlayer } from '../player/usePlayer.ts';

interface MeetingSound extends PlayerParts {
  recordings: readonly RecordingView[];
  pieces: readonly Piece[];
  /** Some of it can be seen, too: whoever shows it says what to play from then on. */
  hasPicture: boolean;
  setPieces(pieces: readonly Piece[]): void;
}

/** A picture that is still brought away comes long after the sound. */
const refreshMs = 5_000;

/** The recordings of a meeting, and a player of them. */
export function useMeetingSound(meetingId: string, zeroMs: number): MeetingSound {
  const { data: recordings = none } = useQuery({
    queryKey: ['meetings', 'recordings', meetingId],
    queryFn: ({ signal }) => listRecordings(meetingId, signal),
    refetchInterval: ({ state }) => state.data?.some(({ picture }) => picture?.making) && refreshMs,
  });
  const [joined, setPieces] = useState<readonly Piece[] | null>(null);
  const sounds = useMemo(() => listPieces(recordings, zeroMs), [recordings, zeroMs]);
  const pieces = joined ?? sounds;
  const hasPicture = recordings.some(({ picture }) => picture?.parts.some(({ url }) => url));
  // Also of one that is still being made: who listens until it comes goes on listening.
  const withVideo = recordings.some(({ picture }) => picture !== null);
  return { recordings, pieces, hasPicture, setPieces, ...useCreatePlayer(pieces, withVideo) };
}

const none: never[] = [];
