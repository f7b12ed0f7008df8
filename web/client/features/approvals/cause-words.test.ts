import { describe, expect, test } from 'vitest';
import type { SpokenItem } from '../captions/transcript-items.ts';
import { withCauseWords } from './cause-words.ts';
import { buildApproval } from './testing.ts';

const heard: SpokenItem = {
  kind: 'speech',
  key: 'seg_1',
  speaker: 'par_ana',
  speakerName: 'Ana Ruiz',
  startMs: 0,
  text: 'Plan it.',
  line: '1.22',
};
const silent = buildApproval({ cause: { epoch: 1, seq: 22, speakerName: '', text: '' } });

describe(withCauseWords, () => {
  test('takes words that were heard and are not stored yet', () => {
    expect(withCauseWords(silent, [heard]).cause).toEqual({
      epoch: 1,
      seq: 22,
      speakerName: 'Ana Ruiz',
      text: 'Plan it.',
    });
  });

  test('leaves stored words, other lines and typed requests alone', () => {
    expect(withCauseWords(buildApproval(), [heard])).toEqual(buildApproval());
    expect(withCauseWords(silent, [{ ...heard, line: '1.21' }])).toEqual(silent);
    expect(withCauseWords(buildApproval({ cause: null }), [heard]).cause).toBeNull();
  });
});
