import { useTracks } from '@livekit/components-react';
import { ConnectionState, type LocalTrackPublication, type Room, RoomEvent, Track } from 'livekit-client';
import { useEffect, useMemo, useSyncExternalStore } from 'react';
import { toast } from 'sonner';
import { idSchema } from '../../../../lib/id-schema.ts';
import type { RoomRules } from '../../../../lib/messages.ts';
import { may } from '../../../../lib/roles.ts';
import type { Access } from '../api/people.ts';
import { stopScreen, takeScreen } from '../api/screen.ts';
import { followControlMessages } from '../captions/follow-control-messages.ts';
import type { Standing } from '../people/standing.ts';
import { canShareScreen, captureScreen, publishScreen } from './capture-screen.ts';
import { createScreenShare, type ShareState } from './screen-share.ts';
import { whyNotShare } from './why-not-share.ts';

export interface ScreenShareControl {
  state: ShareState;
  /** False where the browser shares no screen, or the person only watches. */
  offered: boolean;
  /** Why this person may not begin a share now; null when they may. */
  closed: string | null;
  /** Starts sharing, after a question where somebody else does; or stops it. */
  toggle(): void;
  takeOver(): void;
  /** Leaves things as they are. */
  dismiss(): void;
  /** Ends the share of whoever shares; null for those who may not. */
  stopOther: (() => void) | null;
}

const personSchema = idSchema('par');

const tellLost = () =>
  toast.info('The connection was lost. Your screen is not shared any more.', { id: 'screen-stopped' });

/** One's own share of a screen, and what one may do about that of others. */
export function useScreenShare(
  room: Room,
  access: Access,
  { me, rules }: { me: Standing; rules: RoomRules },
): ScreenShareControl {
  const { meetingId, apiToken } = access;
  const share = useMemo(
    () =>
      createScreenShare({
        capture: () => captureScreen(room.localParticipant),
        take: (body) => takeScreen({ meetingId, apiToken }, body),
        release: () => stopScreen({ meetingId, apiToken }),
        publish: (captured) => publishScreen(room, captured),
        onProblem: (error) =>
          toast.error(error instanceof Error ? error.message : 'The screen cannot be shared.'),
      }),
    [room, meetingId, apiToken],
  );
  useEffect(() => {
    const stopFollowing = followControlMessages(room, (message) => {
      if (message.type !== 'screen.stopped') return;
      share.stop();
      toast.info(
        message.how === 'taken_over'
          ? `${message.by} shares a screen now. Yours is not shared any more.`
          : `${message.by} stopped your screen share.`,
        // The same message may come twice.
        { id: 'screen-stopped' },
      );
    });
    const onUnpublished = ({ source }: LocalTrackPublication) => {
      // livekit-client takes each track back and publishes it again while it connects anew.
      if (source !== Track.Source.ScreenShare || room.state !== ConnectionState.Connected) return;
      // Also by the server, when the message about it was lost.
      share.stop();
    };
    const onReconnected = async () => {
      const isPublished = room.localParticipant.getTrackPublication(Track.Source.ScreenShare) !== undefined;
      if (!(await share.reconnected(isPublished))) tellLost();
    };
    room.on(RoomEvent.LocalTrackUnpublished, onUnpublished);
    room.on(RoomEvent.Reconnected, onReconnected);
    room.on(RoomEvent.Disconnected, share.stop);
    return () => {
      stopFollowing();
      room.off(RoomEvent.LocalTrackUnpublished, onUnpublished);
      room.off(RoomEvent.Reconnected, onReconnected);
      room.off(RoomEvent.Disconnected, share.stop);
      share.stop();
    };
  }, [room, share]);

  const state = useSyncExternalStore(share.subscribe, share.getState);
  const [other] = useTracks([Track.Source.ScreenShare]).filter(({ participant }) => !participant.isLocal);
  const seen = () => {
    const id = personSchema.safeParse(other?.participant.identity);
    return id.success ? { id: id.data, name: other?.participant.name || 'Somebody' } : null;
  };
  const closed = whyNotShare(me.role, rules);
  return {
    state,
    offered: may(me.role, 'speak') && canShareScreen(),
    closed,
    toggle() {
      if (state.status !== 'idle') share.stop();
      else if (closed) toast.info(closed);
      else void share.start(seen());
    },
    takeOver: () => void share.takeOver(),
    dismiss: share.stop,
    stopOther: may(me.role, 'moderate')
      ? () => void stopScreen({ meetingId, apiToken }).catch((error: Error) => toast.error(error.message))
      : null,
  };
}
