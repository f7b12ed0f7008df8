import { type Room, RoomEvent } from 'livekit-client';
import { useEffect, useState } from 'react';
import type { Joined } from '../../../../lib/messages.ts';
import { followControlMessages } from '../captions/follow-control-messages.ts';
import { type Standing, standingOf } from './standing.ts';

/**
 * What this person may do now. A control message tells it at once; the attributes, which LiveKit may hold back for
 * three seconds, tell it after a reload or a lost connection.
 */
export function useMyStanding(room: Room, joined: Joined): Standing {
  const [standing, setStanding] = useState<Standing>({ role: joined.role, silenced: false });
  useEffect(() => {
    const me = room.localParticipant;
    const read = () => {
      if (Object.keys(me.attributes).length > 0) setStanding(standingOf(me.attributes));
    };
    read();
    const stop = followControlMessages(room, (message) => {
      if (message.type === 'standing.changed') {
        setStanding({ role: message.role, silenced: message.silenced });
      }
    });
    const onAttributes = (_changed: unknown, participant: unknown) => {
      if (participant === me) read();
    };
    room.on(RoomEvent.Connected, read);
    room.on(RoomEvent.ParticipantAttributesChanged, onAttributes);
    return () => {
      stop();
      room.off(RoomEvent.Connected, read);
      room.off(RoomEvent.ParticipantAttributesChanged, onAttributes);
    };
  }, [room]);
  return standing;
}
