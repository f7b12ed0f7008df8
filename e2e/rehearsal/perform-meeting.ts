/** Holds a recorded meeting in Parley, through its public API only, and collects what its people saw. */
import { setTimeout as sleep } from 'node:timers/promises';
import type { Joined } from '../../lib/messages.ts';
import { createApiClient } from './api-client.ts';
import { disconnectAll, enter, leaveAndEnd, messageOf, newcomer, observer, type Person } from './cast.ts';
import { nowMs } from './clock.ts';
import type { Evidence } from './evidence.ts';
import type { Recording } from './folder.ts';
import { measureLatencies } from './latency.ts';
import { readSettledTranscript } from './settled-transcript.ts';
import { planUtterances, speakAll } from './speak.ts';

const listeningTimeoutMs = 30_000;
const lastCaptionsTimeoutMs = 10_000;
const quietMs = 1_500;
const settledTimeoutMs = 60_000;

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

/** Never throws: what could be seen is in the evidence, what went wrong in the problems. */
export async function performMeeting(options: PerformOptions): Promise<Performance> {
  const performance: Performance = { evidence: noEvidence(options.recording), problems: [] };
  const people: Person[] = [];
  try {
    await holdMeeting(options, performance, people);
  } catch (error) {
    performance.problems.push(options.signal.aborted ? 'interrupted' : messageOf(error));
    for (const { attendee } of people) attendee.expectDisconnect();
    await leaveAndEnd(people.slice(0, 1));
  } finally {
    performance.problems.push(...(await disconnectAll(people)));
  }
  return performance;
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

async function holdMeeting(
  options: PerformOptions,
  performance: Performance,
  people: Person[],
): Promise<void> {
  const { recording, onProgress, signal } = options;
  const { evidence, problems } = performance;
  const host = createApiClient(options.url);
  const meeting = await host.createMeeting(recording.title);
  evidence.meetingId = meeting.id;
  const { hostJoined, listening } = await gather(options, performance, {
    people,
    host: { api: host, code: meeting.code },
  });
  onProgress(`${people.map(({ speaker }) => speaker.name).join(', ')} joined meeting ${meeting.code}`);

  await Promise.race([listening, sleep(listeningTimeoutMs, undefined, { signal, ref: false })]);
  if (evidence.readyMs === null) {
    problems.push(`the agent did not listen within ${listeningTimeoutMs / 1_000} s; spoken all the same`);
  } else onProgress(`the agent listens, ${Math.round(evidence.readyMs)} ms after the first join`);

  const onPlan = (spoken: Evidence['spoken']) => {
    evidence.spoken = spoken;
  };
  problems.push(...(await speakAll(recording, people, { onPlan, onProgress, signal })));
  await waitForLastCaptions(evidence, signal);
  problems.push(...(await leaveAndEnd(people)));
  onProgress('the meeting has ended, waiting for its transcript to settle');
  const settled = await readSettledTranscript(host, hostJoined, { timeoutMs: settledTimeoutMs, signal });
  evidence.stored = settled.lines;
  if (settled.problem) problems.push(settled.problem);
}

/** Everybody joins, the host first. Someone who cannot is missed, but without a host there is no meeting. */
async function gather(
  { url, recording }: PerformOptions,
  { evidence, problems }: Performance,
  { people, host }: { people: Person[]; host: ReturnType<typeof newcomer> },
): Promise<{ hostJoined: Joined; listening: Promise<void> }> {
  const [first, ...others] = recording.speakers;
  if (!first) throw new Error('nobody speaks');
  const listening = Promise.withResolvers<void>();
  let joinedAtMs: number | null = null;
  const identities = new Map<string, string>();
  evidence.identities = identities;

  for (const speaker of [first, ...others, observer]) {
    const entering = enter(speaker, speaker === first ? host : newcomer(url, host.code), {
      sampleRate: recording.sampleRate,
      onJoined: (joined) => {
        joinedAtMs ??= nowMs();
        evidence.startedAtMs ??= joined.meeting.startedAtMs;
        if (speaker !== observer) identities.set(speaker.id, joined.participantId);
      },
      onCaption: (caption) => evidence.captions.push(caption),
      onAgentState: ({ state }) => {
        if (state !== 'listening') return;
        evidence.readyMs ??= nowMs() - (joinedAtMs ?? nowMs());
        listening.resolve();
      },
      onLost: (reason) => problems.push(reason),
    });
    try {
      people.push(await entering);
    } catch (error) {
      if (speaker === first) throw error;
      problems.push(`${speaker.name} could not join: ${messageOf(error)}`);
    }
  }
  const hostJoined = people[0]?.attendee.joined;
  if (!hostJoined) throw new Error('the host is not there');
  return { hostJoined, listening: listening.promise };
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
