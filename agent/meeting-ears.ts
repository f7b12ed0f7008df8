/**
 * Decides whom the agent hears: microphones of people who accepted the notice, and nothing else. Owns one pair of
 * ears per such track.
 */
import type { VAD } from '@livekit/agents';
import {
  ParticipantKind,
  type RemoteAudioTrack,
  type RemoteParticipant,
  type RemoteTrack,
  type RemoteTrackPublication,
  type Room,
  RoomEvent,
  TrackKind,
  TrackSource,
} from '@livekit/rtc-node';
import type { Logger } from '../lib/logger.ts';
import { limits } from '../lib/messages.ts';
import { cleanText } from '../lib/text.ts';
import type { InterimCaption } from './captions.ts';
import type { SpeechToText } from './speech-to-text.ts';
import { createTrackEars, type TrackEars } from './track-ears.ts';
import type { Speaker } from './transcriber.ts';
import type { UnnumberedLine } from './transcript-log.ts';

export interface MeetingEars {
  /** Subscribes to everyone who may be heard. Call after connecting. */
  open(): void;
  /** Off the record: no audio is received at all until it ends. */
  setPaused(paused: boolean): void;
  /** Stops listening and makes lines of all that was said. */
  close(): Promise<void>;
}

interface MeetingEarsOptions {
  room: Room;
  vad: VAD;
  final: SpeechToText;
  interim: SpeechToText | null;
  now: () => number;
  onLine: (line: UnnumberedLine) => void;
  onInterim: (caption: InterimCaption) => void;
  /** Somebody uses their voice: for how many milliseconds so far, 0 when it is over. */
  onVoice: (speaker: Speaker, voicedMs: number) => void;
  logger: Logger;
}

/** How long last words may take to become text: with all else that a leaving job does less than the framework's 60 s. */
const farewellMs = 15_000;

const reopenAfterMs = 500;

/** True for a microphone of a person whose token says that they accepted the notice. */
export function mayHear(
  participant: Pick<RemoteParticipant, 'attributes'> & { info: { kind?: ParticipantKind } },
  publication: { kind?: TrackKind; source?: TrackSource },
): boolean {
  return (
    publication.kind === TrackKind.KIND_AUDIO &&
    publication.source === TrackSource.SOURCE_MICROPHONE &&
    participant.info.kind === ParticipantKind.STANDARD &&
    participant.attributes['parley.consent'] === 'true'
  );
}

/** Listens for room events from now on, so make it before connecting. */
export function createMeetingEars(options: MeetingEarsOptions): MeetingEars {
  const { room, logger } = options;
  const ears = new Map<string, TrackEars>();
  const closing = new Set<Promise<void>>();
  let paused = false;
  let closed = false;
  const farewell = new AbortController();

  const consider = (publication: RemoteTrackPublication, participant: RemoteParticipant) => {
    const wanted = !paused && !closed && mayHear(participant, publication);
    if (publication.subscribed !== wanted) publication.setSubscribed(wanted);
  };

  const considerAll = () => {
    for (const participant of room.remoteParticipants.values()) {
      for (const publication of participant.trackPublications.values()) consider(publication, participant);
    }
  };

  const stop = (trackSid: string) => {
    const each = ears.get(trackSid);
    ears.delete(trackSid);
    const done = each?.close().finally(() => closing.delete(done ?? Promise.resolve()));
    if (done) closing.add(done);
  };

  /** Says that words may be missing, and subscribes again. */
  const reopen = (publication: RemoteTrackPublication, who: RemoteParticipant, speaker: Speaker) => {
    stop(speaker.trackSid);
    const at = Math.max(0, Math.round(options.now()));
    options.onLine({
      kind: 'gap',
      segmentId: `${speaker.trackSid}-reopened-${at}`,
      speaker: speaker.identity,
      speakerName: speaker.name,
      trackSid: speaker.trackSid,
      startMs: at,
      endMs: at,
      text: 'Listening to this microphone was interrupted; words may be missing.',
    });
    publication.setSubscribed(false);
    setTimeout(() => consider(publication, who), reopenAfterMs).unref();
  };

  const onSubscribed = (track: RemoteTrack, publication: RemoteTrackPublication, who: RemoteParticipant) => {
    const trackSid = publication.sid ?? track.sid ?? '';
    if (closed || paused || !mayHear(who, publication)) {
      publication.setSubscribed(false);
      return;
    }
    stop(trackSid);
    const speaker = {
      identity: who.identity,
      name: cleanText(who.name ?? who.identity, limits.name),
      trackSid,
    };
    const child = logger.child({ trackSid });
    ears.set(
      trackSid,
      createTrackEars({
        ...options,
        track: track as RemoteAudioTrack,
        speaker,
        giveUp: farewell.signal,
        onVoice: (voicedMs) => options.onVoice(speaker, voicedMs),
        onBroken: () => reopen(publication, who, speaker),
        logger: child,
      }),
    );
    child.info('hears a microphone');
  };

  room.on(RoomEvent.TrackPublished, consider);
  room.on(RoomEvent.TrackSubscribed, onSubscribed);
  room.on(RoomEvent.TrackUnsubscribed, (_track, publication) => stop(publication.sid ?? ''));
  room.on(RoomEvent.ParticipantAttributesChanged, considerAll);

  return {
    open: considerAll,
    setPaused(value) {
      if (paused === value) return;
      paused = value;
      considerAll();
    },
    async close() {
      closed = true;
      for (const trackSid of [...ears.keys()]) stop(trackSid);
      const late = setTimeout(() => farewell.abort(new Error('the agent leaves')), farewellMs);
      await Promise.all(closing);
      clearTimeout(late);
    },
  };
}
