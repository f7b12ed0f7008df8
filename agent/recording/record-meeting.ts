/** Records one meeting: everyone who accepted the notice, one file each, until web or the room says stop. */
import { setTimeout as sleep } from 'node:timers/promises';
import {
  type RemoteAudioTrack,
  type RemoteParticipant,
  type RemoteTrack,
  type RemoteTrackPublication,
  Room,
  RoomEvent,
} from '@livekit/rtc-node';
import { idSchema } from '../../lib/id-schema.ts';
import type { Logger } from '../../lib/logger.ts';
import type { ClaimedRecording, RecordedFile, RecorderOrder } from '../../lib/recorder-messages.ts';
import { mayHear } from '../meeting-ears.ts';
import { parseRoomMetadata } from '../room-metadata.ts';
import { createParticipantRecording, type ParticipantRecording } from './participant-recording.ts';

interface RecordMeetingOptions {
  claimed: ClaimedRecording;
  /** Folder of recordings. */
  folder: string;
  report: (files: RecordedFile[], finished: boolean) => Promise<RecorderOrder>;
  /** Brings the closed files to where others read them; says itself what went wrong. */
  handOver: () => Promise<void>;
  /** Ends it in order; files are finished and reported. */
  signal: AbortSignal;
  now: () => number;
  logger: Logger;
}

const reportEveryMs = 2_000;
/** How often the last report is tried: without it web finds the files by itself, later. */
const farewells = 5;

/** Resolves when nothing more is recorded and every file is closed. Rejects when the room cannot be joined. */
export async function recordMeeting(options: RecordMeetingOptions): Promise<void> {
  const { claimed, report, signal, logger } = options;
  const room = new Room();
  const people = new Map<string, Promise<ParticipantRecording>>();
  const over = new AbortController();
  const ended = AbortSignal.any([signal, over.signal]);

  const consider = (publication: RemoteTrackPublication, participant: RemoteParticipant) => {
    const wanted = !ended.aborted && mayHear(participant, publication);
    if (publication.subscribed !== wanted) publication.setSubscribed(wanted);
  };
  const considerAll = () => {
    for (const participant of room.remoteParticipants.values()) {
      for (const publication of participant.trackPublications.values()) consider(publication, participant);
    }
  };
  const onSubscribed = (track: RemoteTrack, publication: RemoteTrackPublication, who: RemoteParticipant) => {
    if (ended.aborted || !mayHear(who, publication)) return publication.setSubscribed(false);
    const opened = people.get(who.identity) ?? open(who.identity, people.size, options);
    people.set(who.identity, opened);
    opened
      .then((recording) => recording.follow(track as RemoteAudioTrack))
      .catch((error) => {
        people.delete(who.identity);
        logger.error({ err: error, participantId: who.identity }, 'no file for a person');
      });
  };

  room.on(RoomEvent.TrackPublished, consider);
  room.on(RoomEvent.TrackSubscribed, onSubscribed);
  room.on(RoomEvent.ParticipantAttributesChanged, considerAll);
  room.on(RoomEvent.Disconnected, () => over.abort());
  room.on(RoomEvent.RoomMetadataChanged, (text) => {
    if (!isWanted(text)) over.abort();
  });

  await room.connect(claimed.serverUrl, claimed.token, { autoSubscribe: false, dynacast: false });
  try {
    if (!isWanted(room.metadata)) over.abort();
    considerAll();
    logger.info('records');
    while (!ended.aborted) {
      const order = await report(await describeAll(people), false).catch(() => 'go_on' as const);
      if (order !== 'go_on') break;
      await sleep(reportEveryMs, undefined, { signal: ended }).catch(() => undefined);
    }
  } finally {
    over.abort();
    const closed = await Promise.allSettled([...people.values()].map(async (each) => (await each).close()));
    const files = closed.flatMap((each) => (each.status === 'fulfilled' ? [each.value] : []));
    await room.disconnect();
    const open = files.map((file) => ({ ...file, closed: false }));
    await saying(() => report(open, false), options.handOver());
    await sayGoodbye(() => report(files, true));
    logger.info({ files: files.length }, 'recorded');
  }
}

/** The room says for everyone whether it is recorded: nothing is kept that people are not told about. */
function isWanted(metadata: string | undefined): boolean {
  const parsed = parseRoomMetadata(metadata);
  return parsed.ok && parsed.metadata.features.recording && !parsed.metadata.features.paused;
}

function open(
  identity: string,
  count: number,
  { claimed, folder, now, logger }: RecordMeetingOptions,
): Promise<ParticipantRecording> {
  const participantId = idSchema('par').parse(identity);
  const name = `${participantId}-${now()}-${count}`;
  const location = `${claimed.meetingId}/${claimed.recordingId}/${name}.ogg`;
  return createParticipantRecording({ folder, location, participantId, now, logger });
}

async function describeAll(people: Map<string, Promise<ParticipantRecording>>): Promise<RecordedFile[]> {
  const settled = await Promise.allSettled(people.values());
  return settled.flatMap((each) => (each.status === 'fulfilled' ? [each.value.describe()] : []));
}

/** Says every 2 s that somebody is at work until the work is done. */
async function saying(report: () => Promise<unknown>, work: Promise<void>): Promise<void> {
  const done = new AbortController();
  const finishing = work.finally(() => done.abort());
  while (!done.signal.aborted) {
    await sleep(reportEveryMs, undefined, { signal: done.signal }).catch(() => undefined);
    if (!done.signal.aborted) await report().catch(() => undefined);
  }
  await finishing;
}

async function sayGoodbye(report: () => Promise<unknown>): Promise<void> {
  for (let left = farewells; left > 0; left--) {
    try {
      await report();
      return;
    } catch {
      await sleep(500);
    }
  }
}
