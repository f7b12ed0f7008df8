import { describe, expect, test } from 'vitest';
import { isSamePlan, newDraft, planOf, readAddresses, summaryChoiceOf } from './plan-draft.ts';

describe(newDraft, () => {
  test('begins with the next full hour of the zone', () => {
    const draft = newDraft(new Date('2026-03-08T09:10:00Z'), 'Asia/Kolkata');
    expect([draft.date, draft.time]).toEqual(['2026-03-08', '15:30']);
  });
});

describe(planOf, () => {
  const draft = newDraft(new Date('2026-03-08T09:10:00Z'), 'UTC');

  test('has no recurrence unless one is chosen, and its end when it is', () => {
    expect(planOf(draft).recurrence).toBeNull();
    expect(
      planOf({ ...draft, frequency: 'weekly', end: 'until', untilDate: '2026-06-01' }).recurrence,
    ).toEqual({
      frequency: 'weekly',
      interval: 1,
      end: { type: 'until', date: '2026-06-01' },
    });
  });
});

describe(isSamePlan, () => {
  const draft = newDraft(new Date('2026-03-08T09:10:00Z'), 'UTC');

  test('looks at the time and its rule, and at nothing else', () => {
    expect(isSamePlan(draft, { ...draft, title: 'Other', password: 'x', waitingRoom: true })).toBe(true);
    expect(isSamePlan(draft, { ...draft, time: '11:00' })).toBe(false);
    const weekly = { ...draft, frequency: 'weekly' as const };
    expect(isSamePlan(weekly, { ...weekly, interval: 2 })).toBe(false);
  });
});

describe(readAddresses, () => {
  test('takes commas, spaces and lines, and each address once', () => {
    expect(readAddresses('a@x.org, B@x.org\na@x.org')).toEqual({
      emails: ['a@x.org', 'b@x.org'],
      wrong: null,
    });
  });

  test('names what is no address', () => {
    expect(readAddresses('a@x.org ben').wrong).toBe('ben');
  });
});

describe(summaryChoiceOf, () => {
  const draft = newDraft(new Date('2026-03-08T09:10:00Z'), 'UTC');

  test('sends own words only where they count', () => {
    expect(summaryChoiceOf({ ...draft, summaryInstructions: 'Only figures.' })).toEqual({
      template: 'general',
      instructions: '',
      mail: 'all',
    });
    const own = { ...draft, summaryTemplate: 'own' as const, summaryInstructions: 'Only figures.' };
    expect(summaryChoiceOf(own)).toMatchObject({ template: 'own', instructions: 'Only figures.' });
  });
});
