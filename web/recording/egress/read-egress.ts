/** What LiveKit says of an egress, as far as it matters here. */
import { type EgressInfo, EgressStatus } from 'livekit-server-sdk';
import type { EgressResult } from '../../../db/queries/egresses.ts';

export interface EgressReport {
  egressId: string;
  /** Below the store of recordings; null when it writes something else. */
  location: string | null;
  state:
    | { kind: 'asked' }
    | { kind: 'running' | 'ending'; firstSampleAt: Date | null }
    | { kind: 'over'; result: EgressResult };
}

const locationPattern = /mtg_\w+\/rec_\w+\/(?:[\w-]+\.ogg|picture\/\w+\.mp4)$/;

export function readEgress(info: EgressInfo): EgressReport {
  return { egressId: info.egressId, location: locationOf(info), state: stateOf(info) };
}

/** As it was asked for; the results name it only once it runs. */
function locationOf({ request }: EgressInfo): string | null {
  if (request.case !== 'egress') return null;
  const [output] = request.value.outputs;
  const path = output?.config.case === 'file' ? output.config.value.filepath : '';
  return locationPattern.exec(path)?.[0] ?? null;
}

function stateOf(info: EgressInfo): EgressReport['state'] {
  const [file] = info.fileResults;
  // Of the file, not of the egress: that one began up to minutes before the first sample.
  const firstSampleAt = file && file.startedAt > 0n ? new Date(Number(file.startedAt / 1_000_000n)) : null;
  switch (info.status) {
    case EgressStatus.EGRESS_STARTING:
      return { kind: 'asked' };
    case EgressStatus.EGRESS_ACTIVE:
      return { kind: 'running', firstSampleAt };
    case EgressStatus.EGRESS_ENDING:
      return { kind: 'ending', firstSampleAt };
    default: {
      const bytes = Number(file?.size ?? 0n);
      const durationMs = Number(file?.duration ?? 0n) / 1e6;
      return { kind: 'over', result: { firstSampleAt, durationMs, bytes, problem: problemOf(info, bytes) } };
    }
  }
}

/** A failed egress can have a good file, and one that is complete none. */
function problemOf({ status, error, details, errorCode }: EgressInfo, bytes: number): string {
  const hasFile = bytes > 0;
  if (status === EgressStatus.EGRESS_COMPLETE) return hasFile ? '' : 'The recorder wrote an empty file.';
  if (status === EgressStatus.EGRESS_LIMIT_REACHED) return 'It reached the longest time or size that is set.';
  if (hasFile) return 'The recorder stopped before the end.';
  // Nobody was seen or heard until the end, or the person published nothing, or had left again before it began.
  if (status === EgressStatus.EGRESS_ABORTED && /start signal not received/i.test(`${error} ${details}`))
    return '';
  if (errorCode === 404) return '';
  return 'The recorder failed.';
}
