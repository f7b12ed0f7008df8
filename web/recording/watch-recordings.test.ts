import { describe, expect, it } from 'vitest';
import { judgeRecording, type OpenRecording } from './watch-recordings.ts';

const running: OpenRecording = {
  status: 'recording',
  meetingIsLive: true,
  paused: false,
  askedForMs: 60_000,
  leaseOverMs: -5_000,
  endingForMs: null,
};
const judge = (change: Partial<OpenRecording>) => judgeRecording({ ...running, ...change });

describe(judgeRecording, () => {
  it('keeps what a recorder works on, and what one may still take', () => {
    expect(judge({})).toEqual({ kind: 'keep' });
    expect(judge({ leaseOverMs: 2_000 })).toEqual({ kind: 'keep' });
    expect(judge({ status: 'starting', leaseOverMs: null, askedForMs: 5_000 })).toEqual({ kind: 'keep' });
  });

  it('stops with the meeting, and where it goes off the record', () => {
    expect(judge({ meetingIsLive: false })).toEqual({ kind: 'stop' });
    expect(judge({ paused: true })).toEqual({ kind: 'stop' });
  });

  it('gives up, with a sentence, what no recorder takes or finishes', () => {
    expect(judge({ status: 'starting', leaseOverMs: null, askedForMs: 40_000 })).toMatchObject({
      problem: 'No recorder was available.',
    });
    expect(judge({ leaseOverMs: 40_000 })).toMatchObject({ kind: 'finish' });
    const ending = { status: 'ending', meetingIsLive: false } as const;
    expect(judge({ ...ending, leaseOverMs: 3_000, endingForMs: 40_000 })).toMatchObject({ kind: 'finish' });
    expect(judge({ ...ending, leaseOverMs: -3_000, endingForMs: 40_000 })).toEqual({ kind: 'keep' });
    expect(judge({ ...ending, leaseOverMs: null, endingForMs: 5_000 })).toEqual({ kind: 'keep' });
  });
});
