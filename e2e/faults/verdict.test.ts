import { describe, expect, it } from 'vitest';
import { describeRecord, failureOf, hasFailed, type KillRecord, summarise, type Totals } from './verdict.ts';

const record = (change: Partial<KillRecord> = {}): KillRecord => ({
  kill: { run: 3, targets: ['web', 'job'], delayMs: 100 },
  struck: true,
  recoveryMs: 1_800.4,
  nextCaptionMs: 640,
  linesSeen: 12,
  ...change,
});
const totals = (change: Partial<Totals> = {}): Totals => ({
  seen: 40,
  lost: 0,
  duplicated: 0,
  outOfOrder: 0,
  records: [record(), record({ recoveryMs: 9_000 })],
  problems: [],
  ...change,
});

describe(failureOf, () => {
  it('is null for a kill that was survived', () => {
    expect(failureOf(record())).toBeNull();
    expect(failureOf(record({ linesSeen: 10 }))).toBeNull();
  });

  it('says what did not happen', () => {
    expect(failureOf(record({ struck: false, recoveryMs: null }))).toBe('there was nothing to kill');
    expect(failureOf(record({ recoveryMs: null }))).toBe('did not recover');
    expect(failureOf(record({ nextCaptionMs: null }))).toContain('no new caption');
    expect(failureOf(record({ linesSeen: 9 }))).toBe('only 9 lines seen around it');
  });
});

describe(hasFailed, () => {
  it.each<Partial<Totals>>([
    { lost: 1 },
    { duplicated: 1 },
    { outOfOrder: 1 },
    { problems: ['a meeting was not completed'] },
    { records: [record(), record({ nextCaptionMs: null })] },
  ])('is true for %j', (change) => {
    expect(hasFailed(totals(change))).toBe(true);
  });

  it('is false when nothing is wrong', () => {
    expect(hasFailed(totals())).toBe(false);
  });
});

describe(summarise, () => {
  it('prints the published form', () => {
    expect(summarise(totals())).toBe('lost=0 duplicated=0 outOfOrder=0 runs=2 seen=40 recoveryMs.p95=9000');
  });

  it('has no recovery time where nothing recovered', () => {
    expect(summarise(totals({ records: [record({ recoveryMs: null })] }))).toMatch(/recoveryMs\.p95=null$/);
  });
});

describe(describeRecord, () => {
  it('names the kill, its seed and what followed', () => {
    expect(describeRecord(record(), 7)).toBe(
      'kill 3 (seed 7) of web and job: recovered in 1800 ms, next line after 640 ms, 12 lines seen',
    );
    expect(describeRecord(record({ linesSeen: 2 }), 7)).toBe(
      'kill 3 (seed 7) of web and job: FAILED, only 2 lines seen around it',
    );
  });
});
