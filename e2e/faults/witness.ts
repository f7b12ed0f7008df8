/** A meeting that talks without end while parts of Parley die, and the people who watch its captions. */
import { setTimeout as sleep } from 'node:timers/promises';
import pRetry from 'p-retry';
import type { Joined, TranscriptLine } from '../../lib/messages.ts';
import { type ApiClient, createApiClient } from '../rehearsal/api-client.ts';
import { type Attendee, connectAttendee } from '../rehearsal/attendee.ts';
import { nowMs } from '../rehearsal/clock.ts';
import type { ReceivedCaption } from '../rehearsal/evidence.ts';
import type { Recording } from '../rehearsal/folder.ts';
import { type Microphone, publishMicrophone } from '../rehearsal/microphone.ts';
import { readSettledTranscript } from '../rehearsal/settled-transcript.ts';
import { createTalk } from './talk.ts';

/** Late spools, a runner that was just killed, agents that come back: all of it within this time. */
const settledTimeoutMs = 120_000;

export interface Witness extends AsyncDisposable {
  readonly meetingId: string;
  /** By which others join. */
  readonly code: string;
  readonly captions: readonly ReceivedCaption[];
  /** Connections that were lost, one sentence each. */
  readonly problems: readonly string[];
  /** Newest agent that was seen listening; 0 before the first. */
  listeningEpoch(): number;
  /** Distinct final lines seen so far. */
  linesSeen(): number;
  /** When the first new line after this moment was seen; null when it was not by `deadlineMs`. */
  nextLine(afterMs: number, deadlineMs: number): Promise<number | null>;
  /** Silences everyone, ends the meeting as its host, and reads what is stored when all is settled. */
  end(): Promise<{ stored: TranscriptLine[] | null; problem: string | null }>;
}

interface WitnessOptions {
  url: string;
  recording: Recording;
  random: () => number;
  signal: AbortSignal;
}

/** Resolves when everyone has joined and talks. */
export async function startWitness({ url, recording, random, signal }: WitnessOptions): Promise<Witness> {
  await using entered = new AsyncDisposableStack();
  const silence = new AbortController();
  const captions: ReceivedCaption[] = [];
  const problems: string[] = [];
  /** When each line was first seen. */
  const firstSeen = new Map<string, number>();
  let newestListening = 0;

  const enter = async (joined: Joined): Promise<Attendee> => {
    const attendee = await connectAttendee({
      joined,
      onCaption: (caption) => {
        captions.push(caption);
        const line = `${caption.epoch}.${caption.seq}`;
        if (caption.seq !== null && !firstSeen.has(line)) firstSeen.set(line, caption.atMs);
      },
      onAgentState: ({ epoch, state }) => {
        if (state === 'listening') newestListening = Math.max(newestListening, epoch);
      },
      onLost: (reason) => problems.push(reason),
    });
    entered.defer(() => attendee.disconnect());
    return attendee;
  };

  const host: ApiClient = createApiClient(url);
  const meeting = await host.createMeeting(`${recording.title} under faults`);
  const talking: Promise<void>[] = [];
  const attendees: Attendee[] = [];
  for (const [index, speaker] of recording.speakers.entries()) {
    const api = index === 0 ? host : createApiClient(url);
    const attendee = await enter(await api.join(meeting.code, speaker));
    attendees.push(attendee);
    const microphone: Microphone = await publishMicrophone(attendee.room, recording.sampleRate);
    entered.defer(() => microphone.close());
    const options = {
      startAtMs: nowMs(),
      signal: AbortSignal.any([signal, silence.signal]),
      onMark: () => undefined,
    };
    talking.push(microphone.play(createTalk(recording, speaker.id, random), options));
  }
  entered.defer(async () => {
    silence.abort();
    await Promise.allSettled(talking);
  });
  const [hostAttendee] = attendees;
  if (!hostAttendee) throw new Error('nobody speaks');
  const running = entered.move();

  return {
    meetingId: meeting.id,
    code: meeting.code,
    captions,
    problems,
    listeningEpoch: () => newestListening,
    linesSeen: () => firstSeen.size,
    async nextLine(afterMs, deadlineMs) {
      for (;;) {
        const next = [...firstSeen.values()].find((atMs) => atMs > afterMs);
        if (next !== undefined) return next;
        if (nowMs() > deadlineMs) return null;
        await sleep(20, undefined, { signal });
      }
    },
    async end() {
      silence.abort();
      await Promise.allSettled(talking);
      for (const attendee of attendees) attendee.expectDisconnect();
      // Web may be on its way back from a kill.
      await pRetry(() => host.end(hostAttendee.joined), { retries: 5, minTimeout: 500, signal });
      const timeoutMs = settledTimeoutMs;
      const { lines, problem } = await readSettledTranscript(host, hostAttendee.joined, {
        timeoutMs,
        signal,
      });
      return { stored: lines, problem };
    },
    [Symbol.asyncDispose]: () => running.disposeAsync(),
  };
}
