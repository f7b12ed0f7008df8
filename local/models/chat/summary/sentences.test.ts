import { describe, expect, it } from 'vitest';
import { sentencesOf } from '../testing/sentences.ts';
import { cutSentences } from './sentences.ts';

const texts = (...said: string[]) => sentencesOf(...said).map(({ text }) => text);
const seqs = (...said: string[]) => sentencesOf(...said).map(({ lines }) => lines.map(({ seq }) => seq));

describe(cutSentences, () => {
  it('cuts a line into its sentences', () => {
    expect(texts('Ben: Sure. I will ask Dr. Lee at 3 p.m. today. Okay?')).toEqual([
      'Sure.',
      'I will ask Dr. Lee at 3 p.m. today.',
      'Okay?',
    ]);
  });

  it('joins a sentence that stands in two lines, also around a listener', () => {
    expect(texts('Ben: I will send the report by.', 'Ben: Friday.')).toEqual([
      'I will send the report by Friday.',
    ]);
    expect(seqs('Ben: So then I will send the', 'Ana: Mhm.', 'Ben: report by Friday. Then I rest.')).toEqual([
      [1, 3],
      [3],
      [2],
    ]);
  });

  it.each([
    ['Ben: It is done', 'Ben: The next one is open.'],
    ['Ben: I will send the', 'Ana: I agree.', 'Ben: report.'],
    ['Ben: I will send it to', 'Chloe: me.'],
  ])('leaves lines apart that belong to two sentences: %j', (...said) => {
    expect(texts(...said)).toHaveLength(said.length);
  });

  it('leaves out hesitation and stammer', () => {
    expect(texts('Ben: Um, I I will, uh, call the the bank.')).toEqual(['I will, call the bank.']);
  });

  it('cuts what is promised by, or asked of, two people', () => {
    expect(texts('Ana: Ben will call the bank and Chloe will write the letter.')).toHaveLength(2);
    expect(texts('Ana: I will call the bank and I will write the letter.')).toHaveLength(2);
    expect(texts('Ana: bread and butter will do')).toHaveLength(1);
  });

  it.each([
    ['Ana: Nova, what did we decide?'],
    ['Ana: And what do you think, Nova?'],
    ['Nova: I will create a task.'],
    ['Ana: Nova, one request. Create a task for Ben.'],
    ['Ana: Nova?', 'Ana: Create a task for Ben.'],
    ['Ana: Nova, invite Ben.', 'Nova: When shall it be?', 'Ana: On Friday at ten.'],
  ])('leaves out the AI participant and what is said to it: %j', (...said) => {
    expect(texts(...said)).toEqual([]);
  });

  it('goes on with people where somebody else is spoken to, and notes that it was interrupted', () => {
    const [sentence] = sentencesOf('Ana: Nova, take a note. Ben, can you call them?');
    expect(sentence).toMatchObject({ to: 'Ben Carter', said: 'can you call them?', afterAssistant: true });
  });

  it.each([
    ['Chloe, can you help?', 'Chloe Martin'],
    ['Okay Khloe can you help', 'Chloe Martin'],
    ['When can you finish it, Ben?', 'Ben Carter'],
    ['can you check the notes ben', 'Ben Carter'],
    ['Thanks, Ben Carter, please send it.', 'Ben Carter'],
    ['Will, can you help?', 'Will Marsh'],
    ['Will you help?', null],
    ['Ben will help.', null],
    ['I talked to Ben.', null],
    ['Can you talk to Ben?', null],
  ])('knows who is spoken to in "%s"', (text, to) => {
    expect(sentencesOf(`Ana: ${text}`)[0]?.to).toBe(to);
  });
});
