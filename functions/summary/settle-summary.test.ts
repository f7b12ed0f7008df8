import { describe, expect, it } from 'vitest';
import type { WrittenSummary } from '../../lib/summary.ts';
import { settleSummary } from './settle-summary.ts';

const lines = [
  { epoch: 1, seq: 1, text: 'We decided to launch on Friday, the thirteenth.' },
  { epoch: 1, seq: 2, text: 'Ben Okafor, please send the figures.' },
  { epoch: 0, seq: 1, text: 'I will.' },
];
const people = ['Ana', 'Ben Okafor'];
const written = (over: Partial<WrittenSummary>): WrittenSummary => ({
  overview: 'They talked.',
  topics: [],
  decisions: [],
  tasks: [],
  questions: [],
  numbers: [],
  ...over,
});
const task = (over: Partial<WrittenSummary['tasks'][number]>) => ({
  text: 'Send the figures',
  owner: 'Ben',
  due: null,
  quote: 'please send the figures',
  lines: ['1.2'],
  ...over,
});
const settle = (over: Partial<WrittenSummary>) => settleSummary(written(over), { lines, people });
const settleTask = (over: Parameters<typeof task>[0]) => settle({ tasks: [task(over)] }).content.tasks[0];

describe(settleSummary, () => {
  it('keeps the lines that exist, each once, and counts those that do not', () => {
    const text = 'Launch on Friday';
    const { content, droppedCitations } = settle({
      decisions: [{ text, lines: ['1.1', '[1.1]', '9.9', 'line 1', '0.1'] }],
    });
    expect(content.decisions).toEqual([
      {
        text,
        lines: [
          { epoch: 1, seq: 1 },
          { epoch: 0, seq: 1 },
        ],
      },
    ]);
    expect(droppedCitations).toBe(2);
  });

  it('leaves out what nobody could check, and keeps the overview', () => {
    const { content } = settle({
      decisions: [{ text: 'Everyone gets a rise', lines: ['7.7'] }],
      tasks: [task({ lines: [] })],
      questions: [{ text: '  ', lines: ['1.1'] }],
    });
    expect(content).toEqual({ ...written({}) });
  });

  it('gives tasks to people of the meeting only, by their names', () => {
    expect(settleTask({ owner: 'Ben' })?.owner).toBe('Ben Okafor');
    expect(settleTask({ owner: 'the CEO' })?.owner).toBeNull();
    expect(settleTask({ owner: null })?.owner).toBeNull();
  });

  it('quotes what was said, not what a model says was said', () => {
    expect(settleTask({})?.quote).toBe('please send the figures');
    expect(settleTask({ quote: 'send all our money' })?.quote).toBe('Ben Okafor, please send the figures.');
    expect(settleTask({ quote: '' })?.quote).toBe('Ben Okafor, please send the figures.');
  });

  it('keeps text that can be stored and shown', () => {
    const { content } = settle({
      overview: 'A\0b\u202e\n\n\n\nc',
      numbers: [{ text: 'x\ny', lines: ['1.1'] }],
    });
    expect(content.overview).toBe('A b\n\nc');
    expect(content.numbers[0]?.text).toBe('x y');
  });
});
