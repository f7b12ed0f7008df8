import { setTimeout as sleep } from 'node:timers/promises';
import type { Instance } from '../../local/instance.ts';
import { nowMs } from '../rehearsal/clock.ts';
import type { Kill } from './plan.ts';
import { hitsAgent, partsAreBack, strike } from './strike.ts';
import { type KillRecord, leastLines } from './verdict.ts';
import type { Witness } from './witness.ts';

const recoveryTimeoutMs = 60_000;
const nextLineTimeoutMs = 30_000;
/** After the next line, at most so long for the rest of the lines that make a kill count. */
const linesTimeoutMs = 30_000;

/** Kills what is planned in the middle of the flow of lines, and watches until they flow again. */
export async function surviveKill(
  instance: Instance,
  witness: Witness,
  kill: Kill,
  { linesBefore, signal }: { linesBefore: number; signal: AbortSignal },
): Promise<KillRecord> {
  await sleep(kill.delayMs, undefined, { signal });
  const epochBefore = witness.listeningEpoch();
  const struckAtMs = nowMs();
  const linesSeen = () => witness.linesSeen() - linesBefore;
  if (!strike(instance, witness.meetingId, kill.targets)) {
    return { kill, struck: false, recoveryMs: null, nextCaptionMs: null, linesSeen: linesSeen() };
  }

  const recovered = await isRecovered(instance, witness, kill, { epochBefore, signal });
  const recoveredAtMs = nowMs();
  const nextAtMs = recovered
    ? await witness.nextLine(recoveredAtMs, recoveredAtMs + nextLineTimeoutMs)
    : null;

  const deadlineMs = nowMs() + linesTimeoutMs;
  while (nextAtMs !== null && linesSeen() < leastLines && nowMs() < deadlineMs)
    await sleep(100, undefined, { signal });
  return {
    kill,
    struck: true,
    recoveryMs: recovered ? recoveredAtMs - struckAtMs : null,
    nextCaptionMs: nextAtMs === null ? null : nextAtMs - recoveredAtMs,
    linesSeen: linesSeen(),
  };
}

/** Parts that were hit answer again, and where the agent died another one listens. */
async function isRecovered(
  instance: Instance,
  witness: Witness,
  { targets }: Kill,
  { epochBefore, signal }: { epochBefore: number; signal: AbortSignal },
): Promise<boolean> {
  const deadlineMs = nowMs() + recoveryTimeoutMs;
  const back = await partsAreBack(instance, targets).then(
    () => true,
    () => false,
  );
  if (!back) return false;
  while (targets.some(hitsAgent) && witness.listeningEpoch() <= epochBefore) {
    if (nowMs() > deadlineMs) return false;
    await sleep(20, undefined, { signal });
  }
  return true;
}
