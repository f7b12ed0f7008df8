import { describe, expect, test } from 'vitest';
import { pollLimits } from '../../../../lib/poll-messages.ts';
import {
  addChoice,
  beginForm,
  editForm,
  findProblem,
  removeChoice,
  setChoice,
  toRequest,
} from './poll-form.ts';
import { buildPoll } from './testing.ts';

const empty = beginForm('pol_01JD0000000000000000000001');
const form = { ...empty, question: 'What do we eat?', choices: ['Soup', 'Rice'] };

describe(findProblem, () => {
  test('is null for what can be asked, with rows left empty', () => {
    expect(findProblem(form)).toBeNull();
    expect(findProblem({ ...form, choices: ['Soup', '', 'Rice', ' '] })).toBeNull();
  });

  test('says where something is missing', () => {
    expect(findProblem(empty)?.at).toBe('question');
    expect(findProblem({ ...form, choices: ['Soup', ' '] })).toEqual({
      at: 1,
      text: 'Please write 2 choices at least.',
    });
  });

  test('says where something is too long, or there twice', () => {
    expect(findProblem({ ...form, question: 'x'.repeat(pollLimits.question + 1) })?.at).toBe('question');
    expect(findProblem({ ...form, choices: ['Soup', 'x'.repeat(pollLimits.choice + 1)] })?.at).toBe(1);
    expect(findProblem({ ...form, choices: ['Soup', 'Rice', ' SOUP '] })).toEqual({
      at: 2,
      text: 'This choice is there already.',
    });
  });
});

describe(addChoice, () => {
  test('adds rows up to the most that a poll has', () => {
    let next = form;
    for (let row = 0; row < 20; row += 1) next = { ...next, choices: [...addChoice(next).choices] };
    expect(next.choices).toHaveLength(pollLimits.mostChoices);
  });
});

describe(toRequest, () => {
  test('leaves empty rows out', () => {
    const written = setChoice(addChoice(removeChoice(form, 0)), 1, 'Bread');
    expect(toRequest(addChoice(written), true)).toEqual({
      question: 'What do we eat?',
      choices: ['Rice', 'Bread'],
      multiple: false,
      anonymous: false,
      results: 'live',
      launch: true,
    });
  });
});

describe(editForm, () => {
  test('begins with what was saved, under the same id', () => {
    const draft = buildPoll({ state: 'draft', multiple: true, results: 'end' });
    expect(editForm(draft)).toMatchObject({
      id: draft.id,
      choices: draft.choices,
      multiple: true,
      results: 'end',
    });
  });
});
