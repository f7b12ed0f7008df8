import { describe, expect, test } from 'vitest';
import type { SpokenItem } from './transcript-items.ts';
import { transcriptText } from './transcript-text.ts';

const said: SpokenItem = {
  kind: 'speech',
  key: 'seg_1',
  speaker: 'par_ana',
  speakerName: 'Ana',
  startMs: 61_000,
  line: '1.1',
  text: 'We ship on Thursday.',
};

describe(transcriptText, () => {
  test('has a line for each line, with its time and who said it', () => {
    const ben: SpokenItem = { ...said, key: 'seg_2', speakerName: 'Ben', startMs: 65_000, text: 'Fine.' };
    expect(transcriptText([said, ben])).toBe('1:01 Ana: We ship on Thursday.\n1:05 Ben: Fine.');
  });

  test('says where words are missing, and leaves out what is still being said', () => {
    const text = transcriptText([
      { ...said, kind: 'unheard', text: 'too much noise' },
      { kind: 'gap', key: 'gap_1', startMs: 70_000, endMs: 80_000, reason: 'paused' },
      { ...said, kind: 'interim', text: 'and then' },
    ]);
    expect(text).toBe('1:01 Ana: (not understood: too much noise)\n(Off the record from 1:10 to 1:20)');
  });
});
