import { describe, expect, test } from 'vitest';
import { newDraft, planOf, readAddresses } from './plan-draft.ts';

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
