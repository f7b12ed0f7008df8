import { describe, expect, it } from 'vitest';
import { judgeSecondPass, judgeSound, type RecordingOutcome, type SecondPass } from './judge-recordings.ts';

const recording = (over: Partial<RecordingOutcome> = {}): RecordingOutcome => ({
  ...{ status: 'complete', problem: '', mix: 'made', files: 2, untranscribed: 0 },
  ...over,
});
const open = recording({ status: 'recording', mix: 'due', untranscribed: null });
const stoppedEarly = recording({
  ...{ status: 'failed', mix: 'due', files: 0, untranscribed: null },
  problem: 'It was stopped before it began.',
});

describe(judgeSound, () => {
  it.each([
    ['a good one', [recording()], 'done', ''],
    [
      'one with a problem',
      [recording({ problem: 'One file is not complete.' })],
      'done',
      'One file is not complete.',
    ],
    ['one that never began', [stoppedEarly], 'failed', 'It was stopped before it began.'],
    ['one of which nothing is known', [recording({ mix: 'given_up' })], 'failed', 'Nothing was recorded.'],
    ['one that is mixed', [recording({ mix: 'due' })], 'working', ''],
    ['a good one and one that is mixed', [recording(), recording({ mix: 'due' })], 'working', ''],
    ['a good one and one that goes on', [recording(), open], 'working', ''],
    ['one that failed and one that goes on', [stoppedEarly, open], 'working', ''],
    [
      'a good one before two that failed',
      [recording(), stoppedEarly, stoppedEarly],
      'done',
      '2 of 3 recordings failed: It was stopped before it began.',
    ],
    [
      'one that failed before a good one with a problem',
      [stoppedEarly, recording({ problem: 'One file is not complete.' })],
      'done',
      'One file is not complete. One of 2 recordings failed: It was stopped before it began.',
    ],
  ] as const)('judges %s', (_, recordings, state, message) => {
    expect(judgeSound(recordings)).toEqual({ state, message });
  });
});

describe(judgeSecondPass, () => {
  const pass: SecondPass = { canTranscribe: true, parts: 5, revised: 4, added: 0 };
  const due = recording({ untranscribed: null });
  const said = '4 lines were compared with the recording.';

  it.each([
    ['a good one', [recording()], {}, 'done', said],
    [
      'one that added a line',
      [recording()],
      { revised: 1, added: 1 },
      'done',
      'One line was compared with the recording, and one was added.',
    ],
    ['a good one and one without sound', [recording(), stoppedEarly], {}, 'done', said],
    ['a good one and one that is due', [recording(), due], {}, 'working', ''],
    ['nothing but one without sound', [stoppedEarly], {}, 'skipped', 'The recording has no sound.'],
    [
      'one that nobody can transcribe',
      [due],
      { canTranscribe: false },
      'skipped',
      'No server is configured that transcribes recordings.',
    ],
    ['silence', [recording()], { parts: 0 }, 'skipped', 'Nobody spoke in the recording.'],
    [
      'a good one and one that could not be transcribed',
      [recording(), recording({ untranscribed: 2 })],
      {},
      'done',
      `${said} 2 of 4 files could not be transcribed.`,
    ],
    [
      'nothing that could be transcribed',
      [recording({ untranscribed: 2 })],
      {},
      'failed',
      'Speech to text of the recording did not work. The words stay as they were heard live.',
    ],
  ] as const)('judges %s', (_, recordings, over, state, message) => {
    expect(judgeSecondPass(recordings, { ...pass, ...over })).toEqual({ state, message });
  });
});
