/** Holds a recorded meeting in Parley, through its public API only, and collects what its people saw. */
import { setTimeout as sleep } from 'node:timers/promises';
import type { Joined } from '../../lib/messages.ts';
import { type ApiClient, createApiClient } from './api-client.ts';
import { type Attendee, connectAttendee } from './attendee.ts';
import { nowMs } from './clock.ts';
import type { Evidence, SpokenUtterance } from './evidence.ts';
import type { Recording, Speaker } from './folder.ts';
import { measureLatencies } from './latency.ts';
import { type Microphone, publishMicrophone } from './microphone.ts';
import { createPlayback } from './playback.ts';
import { readSettledTranscript } from './settled-transcript.ts';

const listeningTimeoutMs = 30_000;
const lastCaptionsTimeoutMs = 10_000;
const quietMs = 1_500;
const settledTimeoutMs = 60_000;
const observer: Speaker = { id: 'observer', name: 'Observer', email: 'observer@example.test' };

export interface Performance {
  evidence: Evidence;
  /** What went wrong, one sentence each. */
  problems: string[];
}

interface PerformOptions {
  url: string;
  recording: Recording;
  onProgress: (message: string) => void;
  signal: AbortSignal;
}

interface Person {
  speaker: Speaker;
  api: ApiClient;
  attendee: Attendee;
  microphone: Microphone | null;
}

/** Never throws: what could be seen is in the evidence, what went wrong in the problems. */
export async function performMeeting(options: PerformOptions): Promise<Performance> {
  const identities = new Map<string, string>();
  const evidence: Evidence = { ...noEvidence(options.recording), identities };
  const problems: string[] = [];
  const people: Person[] = [];
  try {
    await holdMeeting(options, { evidence, identities, problems, people });
  } catch (error) {
    problems.push(options.signal.aborted ? 'interrupted' : messageOf(error));
  } finally {
    await Promise.all(people.map((person) => disconnect(person, problems)));
  }
  return { evidence, problems };
}

/** What a meeting that never came about leaves: nothing measured. */
export function noEvidence(recording: Recording): Evidence {
  return {
    meetingId: null,
    startedAtMs: null,
    identities: new Map(),
    spoken: planUtterances(recording, nowMs()),
    captions: [],
    stored: null,
    readyMs: null,
  };
}

interface Stage {
  evidence: Evidence;
  identities: Map<string, string>;
  problems: string[];
  people: Person[];
}

async function holdMeeting(options: PerformOptions, stage: Stage): Promise<void> {
  const { recording, onProgress, signal, url } = options;
  const { evidence, problems, people } = stage;
  const [first, ...others] = recording.speakers;
  if (!first) throw new Error('nobody speaks');

  const hostApi = createApiClient(url);
  const meeting = await hostApi.createMeeting(recording.title);
  evidence.meetingId = meeting.id;
  const listening = Promise.withResolvers<void>();
  const join = async (speaker: Speaker, api: ApiClient, joined: Joined): Promise<void> => {
    const attendee = await connectAttendee({
      joined,
      onCaption: (caption) => evidence.captions.push(caption),
      onAgentState: ({ state }) => {
        if (state === 'listening') listening.resolve();
      },
      onLost: (reason) => problems.push(reason),
    });
    const person: Person = { speaker, api, attendee, microphone: null };
    people.push(person);
    if (speaker === observer) return;
    stage.identities.set(speaker.id, joined.participantId);
    person.microphone = await publishMicrophone(attendee.room, recording.sampleRate);
  };

  const hostJoined = await hostApi.join(meeting.code, first);
  const joinedAtMs = nowMs();
  evidence.startedAtMs = hostJoined.meeting.startedAtMs;
  const ready = listening.promise.then(() => {
    evidence.readyMs = nowMs() - joinedAtMs;
  });
  await join(first, hostApi, hostJoined);
  for (const speaker of [...others, observer]) {
    const api = createApiClient(url);
    await join(speaker, api, await api.join(meeting.code, speaker)).catch((error) =>
      problems.push(`${speaker.name} could not join: ${messageOf(error)}`),
    );
  }
  onProgress(`${people.map(({ speaker }) => speaker.name).join(', ')} joined meeting ${meeting.code}`);

  const heard = await Promise.race([
    ready.then(() => true),
    sleep(listeningTimeoutMs, false, { signal, ref: false }),
  ]);
  if (!heard)
    problems.push(`the agent did not listen within ${listeningTimeoutMs / 1_000} s; spoken all the same`);
  else onProgress(`the agent listens, ${Math.round(evidence.readyMs ?? 0)} ms after the first join`);

  await speak(options, stage);
  await waitForLastCaptions(evidence, signal);
  await leaveAndEnd(people, problems);
  onProgress('the meeting has ended, waiting for its transcript to settle');
  const settled = await readSettledTranscript(hostApi, hostJoined, { timeoutMs: settledTimeoutMs, signal });
  evidence.stored = settled.lines;
  if (settled.problem) problems.push(settled.problem);
}

function planUtterances(recording: Recording, startAtMs: number): SpokenUtterance[] {
  return recording.utterances.map(({ index, speaker, text, startMs, samples }) => ({
    index,
    speaker,
    text,
    plannedAtMs: startAtMs + startMs,
    durationMs: (samples.length / recording.sampleRate) * 1_000,
    voiced: null,
  }));
}

async function speak({ recording, onProgress, signal }: PerformOptions, stage: Stage): Promise<void> {
  const startAtMs = nowMs() + 200;
  stage.evidence.spoken = planUtterances(recording, startAtMs);
  const byIndex = new Map(stage.evidence.spoken.map((utterance) => [utterance.index, utterance]));
  const firstVoiced = new Map<number, number>();
  const total = stage.evidence.spoken.length;
  let done = 0;
  const plays = stage.people.map(async ({ speaker, microphone }) => {
    await microphone?.play(createPlayback(recording, speaker.id), {
      startAtMs,
      signal,
      onMark: ({ utterance: index, edge }, atMs) => {
        if (edge === 'first') firstVoiced.set(index, atMs);
        const utterance = byIndex.get(index);
        if (edge === 'first' || !utterance) return;
        utterance.voiced = { firstAtMs: firstVoiced.get(index) ?? atMs, lastAtMs: atMs };
        done += 1;
        onProgress(`${done} of ${total}  ${speaker.name}: ${utterance.text}`);
      },
    });
  });
  for (const result of await Promise.allSettled(plays)) {
    if (result.status === 'rejected') stage.problems.push(`a microphone broke: ${messageOf(result.reason)}`);
  }
  signal.throwIfAborted();
}

/** Until every utterance has its caption and it is quiet, or the time is up. */
async function waitForLastCaptions(evidence: Evidence, signal: AbortSignal): Promise<void> {
  const deadline = nowMs() + lastCaptionsTimeoutMs;
  while (nowMs() < deadline) {
    const latest = evidence.captions.at(-1)?.atMs ?? 0;
    if (nowMs() - latest > quietMs && measureLatencies(evidence).uncaptioned.length === 0) return;
    await sleep(100, undefined, { signal });
  }
}

/** Everyone leaves but the host, who then ends the meeting. */
async function leaveAndEnd(people: Person[], problems: string[]): Promise<void> {
  const [host, ...others] = people;
  for (const person of others) {
    person.attendee.expectDisconnect();
    await person.api.leave(person.attendee.joined).catch((error) => problems.push(messageOf(error)));
  }
  host?.attendee.expectDisconnect();
  await host?.api.end(host.attendee.joined).catch((error) => problems.push(messageOf(error)));
}

async function disconnect({ microphone, attendee }: Person, problems: string[]): Promise<void> {
  try {
    await microphone?.close();
    await attendee.disconnect();
  } catch (error) {
    problems.push(`${attendee.joined.name} could not leave cleanly: ${messageOf(error)}`);
  }
}

function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
