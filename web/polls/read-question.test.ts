import { describe, expect, it } from 'vitest';
import { pollLimits, type WritePoll } from '../../lib/poll-messages.ts';
import { readQuestion } from './read-question.ts';

const lunch: WritePoll = {
  question: 'What do we eat?',
  choices: ['Soup', 'Rice'],
  multiple: false,
  anonymous: false,
  results: 'live',
  launch: true,
};
const refusal = (change: Partial<WritePoll>) => {
  try {
    readQuestion({ ...lunch, ...change });
    return null;
  } catch (error) {
    return (error as Error).message;
  }
};

describe(readQuestion, () => {
  it('keeps markup as text, and drops what cannot be seen or turns text around', () => {
    const { question, choices } = readQuestion({
      ...lunch,
      question: ' <b>What</b>\u202E do\nwe eat? ',
      choices: ['<script>alert(1)</script>', '\u2067Rice\u2069'],
    });
    expect([question, ...choices]).toEqual(['<b>What</b> do we eat?', '<script>alert(1)</script>', 'Rice']);
  });

  it('refuses texts without anything to read', () => {
    expect(refusal({ question: ' \u200B\n' })).toBe('The question is empty.');
    expect(refusal({ choices: ['Soup', '\u202E'] })).toBe('Choice 2 is empty.');
  });

  it('refuses texts that are too long, and takes the longest', () => {
    expect(refusal({ question: 'x'.repeat(10_240) })).toBe('The question can have 300 characters at most.');
    expect(refusal({ choices: ['Soup', 'x'.repeat(121)] })).toBe('Choice 2 can have 120 characters at most.');
    expect(refusal({ question: 'x'.repeat(pollLimits.question) })).toBeNull();
  });

  it('refuses choices that nobody can tell apart', () => {
    for (const same of ['Soup', ' soup ', 'ＳＯＵＰ', 'So\u200Bup']) {
      const expected = same.includes('\u200B') ? null : 'Two choices are the same.';
      expect(refusal({ choices: ['Soup', same] })).toBe(expected);
    }
  });

  it('refuses too few and too many choices', () => {
    const many = Array.from({ length: 11 }, (_, place) => `Dish ${place}`);
    for (const choices of [[], ['Soup'], many]) {
      expect(refusal({ choices })).toBe('A poll has 2 to 10 choices.');
    }
    expect(refusal({ choices: many.slice(1) })).toBeNull();
  });
});
