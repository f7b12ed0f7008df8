import type { Room } from 'livekit-client';
import { useEffect } from 'react';
import { toast } from 'sonner';
import type { ControlMessage } from '../../../../lib/messages.ts';
import { followControlMessages } from '../captions/follow-control-messages.ts';
import type { MeetingSession } from '../meeting/meeting-session.ts';
import type { Standing } from './standing.ts';

/** Does what a host asks of this person, and says who it was. Never turns a microphone on. */
export function useObeyHosts(room: Room, session: MeetingSession, before: Standing): void {
  const { role, silenced } = before;
  useEffect(
    () =>
      followControlMessages(room, (message) => {
        const wasOn = room.localParticipant.isMicrophoneEnabled;
        const silence =
          message.type === 'microphone.mute' || (message.type === 'standing.changed' && message.silenced);
        if (silence) void session.setSending('microphone', false);
        const text = explainControl(message, { role, silenced, wasOn });
        if (text) toast.info(text);
      }),
    [room, session, role, silenced],
  );
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
