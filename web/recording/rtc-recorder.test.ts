import { describe, expect, it } from 'vitest';
import { judgeRecording, type RecordingAge } from './rtc-recorder.ts';

const running: RecordingAge = {
  isEnding: false,
  askedForMs: 60_000,
  silentForMs: 2_000,
  leaseOverMs: -5_000,
  endingForMs: null,
};
const judge = (change: Partial<RecordingAge>) => judgeRecording({ ...running, ...change });

describe(judgeRecording, () => {
  it('keeps what a recorder works on, and what one may still take', () => {
    expect(judge({})).toBeNull();
    expect(judge({ leaseOverMs: 2_000 })).toBeNull();
    expect(judge({ silentForMs: null, leaseOverMs: null, askedForMs: 5_000 })).toBeNull();
  });

  it('gives up, with a sentence, what no recorder takes', () => {
    expect(judge({ silentForMs: null, leaseOverMs: null, askedForMs: 40_000 })).toBe(
      'The recorder was not available.',
    );
    expect(judge({ silentForMs: 40_000 })).toMatch('went away in the middle');
  });

  it('gives up what is taken again and again by recorders that cannot reach the room', () => {
    expect(judge({ silentForMs: null, leaseOverMs: -5_000, askedForMs: 40_000 })).toBe(
      'The recorder was not available.',
    );
  });

  it('gives up what no recorder finishes', () => {
    const ending = { isEnding: true, silentForMs: 40_000 };
    expect(judge({ ...ending, leaseOverMs: 3_000, endingForMs: 40_000 })).toMatch('the last second');
    expect(judge({ ...ending, leaseOverMs: -3_000, endingForMs: 40_000 })).toBeNull();
    expect(judge({ ...ending, leaseOverMs: null, endingForMs: 5_000 })).toBeNull();
  });
});
