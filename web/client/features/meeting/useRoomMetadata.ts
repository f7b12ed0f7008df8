import { useRoomInfo } from '@livekit/components-react';
import { useMemo } from 'react';
import type { Persona, RoomMetadata, RoomRules } from '../../../../lib/messages.ts';
import { readRoomMetadata } from './room-metadata.ts';

export interface MeetingNow {
  /** Null until it can be read. */
  persona: Persona | null;
  features: RoomMetadata['features'];
  rules: RoomRules;
  /** There is a whiteboard. */
  board: boolean;
  /** IANA name. */
  timeZone: string;
}

const nothingSpecial: RoomMetadata['features'] = {
  paused: false,
  muted: false,
  dismissed: false,
  recording: false,
  picture: false,
};

const usualRules: RoomRules = { whoMayChat: 'everyone', whoMayShare: 'everyone', whoMayDraw: 'everyone' };

/** What web says about the meeting now, also to those who join late. */
export function useRoomMetadata(): MeetingNow {
  const { metadata } = useRoomInfo();
  return useMemo(() => {
    const read = readRoomMetadata(metadata);
    return {
      persona: read?.persona ?? null,
      features: read?.features ?? nothingSpecial,
      rules: read?.rules ?? usualRules,
      board: read?.board ?? false,
      timeZone: read?.meeting.timeZone ?? 'UTC',
    };
  }, [metadata]);
}
