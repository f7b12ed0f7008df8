import { describe, expect, test } from 'vitest';
import { effectTools } from '../../../../lib/tools/registry.ts';
import { buildApproval } from './testing.ts';
import { formOf, hasChanged, problemsOf } from './tool-form.ts';

const { tool, arguments: args } = buildApproval();

describe(formOf, () => {
  test('has a title and fields for every tool', () => {
    for (const { name, title, fields } of effectTools) expect(formOf(name)).toEqual({ title, fields });
  });

  test('shows a tool that it does not know by its name', () => {
    expect(formOf('launchRocket')).toEqual({ title: 'launchRocket', fields: null });
  });
});

describe(problemsOf, () => {
  test('finds nothing wrong with a good proposal or an unknown tool', () => {
    expect(problemsOf(tool, args)).toEqual({});
    expect(problemsOf('launchRocket', { anything: 1 })).toEqual({});
  });

  test('says for each field what is wrong', () => {
    const bad = { title: ' ', startsAt: null, durationMinutes: 4, attendees: ['Ben', ''] };
    expect(problemsOf(tool, bad)).toEqual({
      title: 'Write something here.',
      startsAt: 'Choose a date and a time.',
      durationMinutes: 'A whole number of minutes, at least 5 and at most a day.',
      attendees: 'At most 100 names, none of them empty.',
    });
    expect(problemsOf(tool, { ...args, title: 'x'.repeat(201) })).toEqual({ title: 'This is too long.' });
  });
});

describe(hasChanged, () => {
  test('compares what stands in the form, in whatever order', () => {
    const { title, ...rest } = args;
    expect(hasChanged(args, { ...rest, title })).toBe(false);
    expect(hasChanged(args, { ...args, title: 'Other' })).toBe(true);
    expect(hasChanged(args, { ...args, attendees: ['Ana Ruiz'] })).toBe(true);
  });
});
