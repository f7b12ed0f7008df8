import { percentile } from '../rehearsal/percentiles.ts';
import type { Kill } from './plan.ts';

/** What happened around one kill; null where it did not happen in time. */
export interface KillRecord {
  kill: Kill;
  /** False when what was to be killed was not there. */
  struck: boolean;
  /** From the kill until every part that was hit was healthy and an agent listened. */
  recoveryMs: number | null;
  /** From the recovery to the next new line on a screen. */
  nextCaptionMs: number | null;
  /** Distinct final lines seen since the record before. */
  linesSeen: number;
}

export interface Totals {
  seen: number;
  lost: number;
  duplicated: number;
  outOfOrder: number;
  records: KillRecord[];
  /** Sentences about meetings that did not go as they must, beside the kills. */
  problems: string[];
}

/** Fewer lines around a kill prove nothing. */
export const leastLines = 10;

/** Why a kill counts as failed; null when it does not. */
export function failureOf({ struck, recoveryMs, nextCaptionMs, linesSeen }: KillRecord): string | null {
  if (!struck) return 'there was nothing to kill';
  if (recoveryMs === null) return 'did not recover';
  if (nextCaptionMs === null) return 'no new caption within 30 s after the recovery';
  if (linesSeen < leastLines) return `only ${linesSeen} lines seen around it`;
  return null;
}

export function hasFailed({ lost, duplicated, outOfOrder, records, problems }: Totals): boolean {
  return (
    lost + duplicated + outOfOrder + problems.length > 0 ||
    records.some((record) => failureOf(record) !== null)
  );
}

/** One line per kill, as it happens. */
export function describeRecord(record: KillRecord, seed: number): string {
  const { kill, recoveryMs, nextCaptionMs, linesSeen } = record;
  const name = `kill ${kill.run} (seed ${seed}) of ${kill.targets.join(' and ')}`;
  const failure = failureOf(record);
  if (failure) return `${name}: FAILED, ${failure}`;
  const [recovery, next] = [Math.round(recoveryMs ?? 0), Math.round(nextCaptionMs ?? 0)];
  return `${name}: recovered in ${recovery} ms, next line after ${next} ms, ${linesSeen} lines seen`;
}

/** The last line of the output, for a person and for a script. */
export function summarise({ seen, lost, duplicated, outOfOrder, records }: Totals): string {
  const recoveries = records.flatMap(({ recoveryMs }) =>
    recoveryMs === null ? [] : [Math.round(recoveryMs)],
  );
  const p95 = percentile(recoveries, 0.95) ?? 'null';
  return `lost=${lost} duplicated=${duplicated} outOfOrder=${outOfOrder} runs=${records.length} seen=${seen} recoveryMs.p95=${p95}`;
}
