/** Holds a recorded meeting in Parley, through its public API only, and collects what its people saw and heard. */
import { setTimeout as sleep } from 'node:timers/promises';
import type { Joined } from '../../lib/messages.ts';
import { createAfterClient } from './after-client.ts';
import { answerApprovals } from './answer-approvals.ts';
import { type ApiClient, createApiClient } from './api-client.ts';
import type { ApprovalMode } from './approval-modes.ts';
import { createCaller } from './caller.ts';
import { disconnectAll, leaveAndEnd, messageOf, type Person } from './cast.ts';
import { choosePersona } from './choose-persona.ts';
import { nowMs } from './clock.ts';
import { type Company, foundCompany } from './company.ts';
import { type Evidence, emptyEvidence } from './evidence.ts';
import type { Recording } from './folder.ts';
import { followEnd } from './follow-end.ts';
import { followThrough } from './follow-through.ts';
import { gather } from './gather.ts';
import { measureLatencies } from './latency.ts';
import { readSettledApprovals } from './settled-approvals.ts';
import { readSettledTranscript } from './settled-transcript.ts';
import { planUtterances, speakAll } from './speak.ts';
import { startRecording } from './start-recording.ts';

const listeningTimeoutMs = 30_000;
const lastCaptionsTimeoutMs = 10_000;
const quietMs = 1_500;
const settledTimeoutMs = 60_000;
const carriedOutTimeoutMs = 30_000;

export interface Performance {
  evidence: Evidence;
  /** What went wrong, one sentence each. */
  problems: string[];
}

interface PerformOptions {
  url: string;
  recording: Recording;
  /** Name of the AI participant. */
  persona: string;
  approval: ApprovalMode;
  /** IANA name of the zone in which dates are meant. */
  timeZone: string;
  /** A fresh Parley of our own: everyone gets an account, and what was approved is looked after. */
  isOurs: boolean;
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
  return emptyEvidence(planUtterances(recording, nowMs()));
}

async function holdMeeting(
  options: PerformOptions,
  performance: Performance,
  people: Person[],
): Promise<void> {
  const { url, recording, timeZone, onProgress, signal } = options;
  const { evidence, problems } = performance;
  const company = options.isOurs ? await foundCompany(url, recording.speakers, timeZone) : null;
  const clientOf = ({ id }: { id: string }) => createApiClient(url, company?.callers.get(id));
  const [first] = recording.speakers;
  if (!first) throw new Error('nobody speaks');
  const host = clientOf(first);
  const persona = await choosePersona(host, options.persona, { hasAccount: company !== null });
  const meeting = await host.createMeeting(recording.title, { personaId: persona.id, timeZone });
  evidence.meetingId = meeting.id;

  const answers = answerApprovals({
    mode: options.approval,
    people,
    onProblem: (sentence) => problems.push(sentence),
    onProgress,
    signal,
  });
  const clients = { host, clientOf, anyone: () => createApiClient(url) };
  const gathered = await gather(recording, performance, { people, clients, code: meeting.code, answers });
  onProgress(`${people.map(({ speaker }) => speaker.name).join(', ')} joined meeting ${meeting.code}`);
  const after = createAfterClient(createCaller(url), gathered.hostJoined);
  const recordingProblem = await startRecording(after, signal);
  if (recordingProblem) problems.push(recordingProblem);
  else onProgress('the recording runs');
  await Promise.race([gathered.listening, sleep(listeningTimeoutMs, undefined, { signal, ref: false })]);
  if (evidence.readyMs === null) {
    problems.push(`the agent did not listen within ${listeningTimeoutMs / 1_000} s; spoken all the same`);
  } else onProgress(`the agent listens, ${Math.round(evidence.readyMs)} ms after the first join`);

  const onPlan = (spoken: Evidence['spoken']) => {
    evidence.spoken = spoken;
  };
  problems.push(...(await speakAll(recording, people, { onPlan, onProgress, signal })));
  await waitForLastCaptions(evidence, signal);
  await gathered.assistant.untilQuiet(signal);
  await answers.finished();
  await settle(performance, host, gathered.hostJoined, signal);
  // What came of it is said in the meeting.
  await gathered.assistant.untilQuiet(signal);
  const ending = await leaveAndEnd(people);
  problems.push(...ending.problems);
  await collect(options, performance, { host, hostJoined: gathered.hostJoined, company });
  if (ending.endedAtMs === null) return;
  onProgress('waiting for what follows the end');
  const followed = await followEnd(after, {
    endedAtMs: ending.endedAtMs,
    owner: company?.owner ?? null,
    signal,
  });
  evidence.after = followed.after;
  problems.push(...followed.problems);
}

/** Waits while something that was approved is being carried out. */
async function settle(
  { evidence, problems }: Performance,
  host: ApiClient,
  hostJoined: Joined,
  signal: AbortSignal,
): Promise<void> {
  const options = { timeoutMs: carriedOutTimeoutMs, signal };
  const { approvals, problem } = await readSettledApprovals(host, hostJoined, options);
  evidence.approvals = approvals;
  if (problem) problems.push(problem);
}

/** Reads what the meeting has left behind. */
async function collect(
  { onProgress, signal }: PerformOptions,
  performance: Performance,
  { host, hostJoined, company }: { host: ApiClient; hostJoined: Joined; company: Company | null },
): Promise<void> {
  const { evidence, problems } = performance;
  onProgress('the meeting has ended, waiting for its transcript to settle');
  const settled = await readSettledTranscript(host, hostJoined, { timeoutMs: settledTimeoutMs, signal });
  evidence.stored = settled.lines;
  if (settled.problem) problems.push(settled.problem);
  await settle(performance, host, hostJoined, signal);
  evidence.replies = await host.readReplies(hostJoined);
  if (!company) return;
  const followed = await followThrough(company, evidence);
  evidence.plans = followed.plans;
  problems.push(...followed.problems);
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
