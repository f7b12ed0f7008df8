import { type Room, RoomEvent } from 'livekit-client';
import { useEffect, useRef } from 'react';
import { toast } from 'sonner';
import type { ControlMessage } from '../../../../lib/control-messages.ts';
import { followControlMessages } from '../captions/follow-control-messages.ts';
import type { MeetingSession } from '../meeting/meeting-session.ts';
import { muteAsksOf, type Standing, standingOf } from './standing.ts';

/** The attributes may be here before the message that says who it was. */
const messageMs = 1_000;

/**
 * Does what a host asks of this person in a connected room, and says who it was. Never turns a microphone on. What
 * was told last is kept apart from the attributes: they may change before the message comes. What was asked while the
 * connection was away is done when the attributes tell it; what was asked before this page came is not.
 */
export function useObeyHosts(room: Room, session: Pick<MeetingSession, 'setSending'>): void {
  const told = useRef<Standing>(standingOf(room.localParticipant.attributes));
  const heard = useRef(muteAsksOf(room.localParticipant.attributes));
  useEffect(() => {
    const me = room.localParticipant;
    const mute = () => void session.setSending('microphone', false);
    const hearMissed = () => {
      const asks = muteAsksOf(me.attributes);
      if (asks === null) return;
      const isMissed = heard.current !== null && asks > heard.current;
      heard.current = Math.max(asks, heard.current ?? 0);
      if (!isMissed || !me.isMicrophoneEnabled) return;
      mute();
      toast.info('A host asked you to mute. Your microphone is off now.');
    };
    const catchUp = () => {
      told.current = standingOf(me.attributes);
      hearMissed();
    };
    const stop = followControlMessages(room, (message) => {
      const text = explainControl(message, { ...told.current, wasOn: me.isMicrophoneEnabled });
      if (message.type === 'standing.changed') {
        told.current = { role: message.role, silenced: message.silenced };
      }
      if (message.type === 'microphone.mute') heard.current = Math.max(message.asks, heard.current ?? 0);
      if (message.type === 'microphone.mute' || (message.type === 'standing.changed' && message.silenced)) {
        mute();
      }
      if (text) toast.info(text);
    });
    let waiting: ReturnType<typeof setTimeout> | undefined;
    const onAttributes = (_changed: unknown, participant: unknown) => {
      if (participant !== me) return;
      clearTimeout(waiting);
      waiting = setTimeout(hearMissed, messageMs);
    };
    room.on(RoomEvent.Connected, catchUp);
    room.on(RoomEvent.Reconnected, catchUp);
    room.on(RoomEvent.ParticipantAttributesChanged, onAttributes);
    return () => {
      stop();
      clearTimeout(waiting);
      room.off(RoomEvent.Connected, catchUp);
      room.off(RoomEvent.Reconnected, catchUp);
      room.off(RoomEvent.ParticipantAttributesChanged, onAttributes);
    };
  }, [room, session]);
}

/** What to tell the person about a message of the server; null when there is nothing to tell. */
export function explainControl(
  message: ControlMessage,
  before: Standing & { wasOn: boolean },
): string | null {
  if (message.type === 'microphone.mute') {
    return before.wasOn ? `${message.by} asked you to mute. Your microphone is off now.` : null;
  }
  if (message.type !== 'standing.changed') return null;
  const { by } = message;
  if (message.silenced !== before.silenced) {
    return message.silenced
      ? `${by} turned off your microphone. Only a host can give it back.`
      : `${by} gave your microphone back. Turn it on when you want to speak.`;
  }
  if (message.role === before.role) return null;
  return message.role === 'cohost' ? `${by} made you a co-host.` : `${by} made you a participant again.`;
}
