import type { LineRef } from '../../lib/assistant-messages.ts';
import type { Evidence, SpokenUtterance } from './evidence.ts';

type Heard = Pick<Evidence, 'spoken' | 'startedAtMs' | 'identities'> & {
  /** On the meeting's clock; null when they could not be read. */
  stored: readonly (LineRef & { speaker: string; startMs: number; endMs: number })[] | null;
};

/** The utterance that a line of the transcript is about: of its speaker, the one that shares most of its time. */
export function findUtterance(evidence: Heard, ref: LineRef): SpokenUtterance | null {
  const { spoken, stored, startedAtMs } = evidence;
  const line = stored?.find(({ epoch, seq }) => epoch === ref.epoch && seq === ref.seq);
  if (!line || startedAtMs === null) return null;
  const said = { fromMs: startedAtMs + line.startMs, toMs: startedAtMs + line.endMs };
  let best: { utterance: SpokenUtterance; sharedMs: number } | null = null;
  for (const utterance of spoken) {
    if (!utterance.voiced || evidence.identities.get(utterance.speaker) !== line.speaker) continue;
    const { firstAtMs, lastAtMs } = utterance.voiced;
    const sharedMs = Math.min(said.toMs, lastAtMs) - Math.max(said.fromMs, firstAtMs);
    if (sharedMs > (best?.sharedMs ?? 0)) best = { utterance, sharedMs };
  }
  return best?.utterance ?? null;
}

/** What somebody said to cause something: by its line where that is known, else the last that was over by then. */
export function findRequest(
  evidence: Heard,
  { by, cause, beforeMs }: { by: string; cause: LineRef | null; beforeMs: number },
): SpokenUtterance | null {
  const caused = cause && findUtterance(evidence, cause);
  if (caused) return caused;
  const own = evidence.spoken.filter(
    ({ speaker, voiced }) =>
      evidence.identities.get(speaker) === by && voiced !== null && voiced.lastAtMs <= beforeMs,
  );
  return own.at(-1) ?? null;
}

/** Id in the timeline of a LiveKit identity; null for who is not in it. */
export function speakerOf({ identities }: Pick<Evidence, 'identities'>, identity: string): string | null {
  return [...identities].find(([, known]) => known === identity)?.[0] ?? null;
}
