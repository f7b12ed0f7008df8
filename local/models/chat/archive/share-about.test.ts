import { describe, expect, it } from 'vitest';
import { readLines } from '../answers/read-lines.ts';
import { shareAbout } from './share-about.ts';

const talk = [
  'The depot has a hall.',
  'Nice.',
  'Is it far?',
  'Not at all.',
  'And the rent?',
  'Nine euros.',
  'Fine for a garage.',
];

function share(words: string[], likeness = 0, { said = talk, excerpts = [] as number[] } = {}): number {
  const read = readLines(
    said.map((text, seq) => ({ epoch: excerpts[seq] ?? 1, seq, atMs: seq, speaker: 'Ana', text })),
    '',
  );
  const line = read[5];
  if (!line) throw new Error('no line');
  return shareAbout(line, read, {
    words,
    weight: (term) => (term === 'rent' ? 3 : 1),
    likeness: () => likeness,
  });
}

describe(shareAbout, () => {
  it('counts words of the line and of the one before it in full', () => {
    expect(share(['euros', 'rent'])).toBe(1);
  });

  it('counts the less, the further away they were said', () => {
    expect(share(['garage'])).toBe(0.8);
    expect(share(['far'])).toBe(0.7);
  });

  it('looks further back for what a pronoun stands for', () => {
    expect(share(['depot'])).toBe(0);
    const said = talk.with(4, 'And does it have a rent?');
    expect(share(['depot'], 0, { said })).toBe(0.5);
  });

  it('lets rare words count more', () => {
    expect(share(['rent', 'lake'])).toBe(0.75);
  });

  it('counts a word that is like one of them a little', () => {
    expect(share(['lease'], 0.5)).toBeCloseTo(0.35);
    expect(share(['lease'], 0.9)).toBeCloseTo(0.7);
    expect(share(['lease'], 0.2)).toBe(0);
  });

  it('does not look into another excerpt', () => {
    expect(share(['rent'], 0, { excerpts: [1, 1, 1, 1, 1, 2, 2] })).toBe(0);
  });

  it('is all where the question is about nothing', () => {
    expect(share([])).toBe(1);
  });
});
