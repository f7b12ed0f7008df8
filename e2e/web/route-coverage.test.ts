import { describe, expect, it } from 'vitest';
import { compareVisits } from './route-coverage.ts';

describe(compareVisits, () => {
  it('names the page that no visit leads to', () => {
    const visits = [{ route: '/' }, { route: '/' }];
    expect(compareVisits(['/', '/polls'], visits)).toEqual({ withoutVisit: ['/polls'], withoutRoute: [] });
  });

  it('names the visit to a page that is gone', () => {
    const visits = [{ route: '/' }, { route: '/polls' }];
    expect(compareVisits(['/'], visits)).toEqual({ withoutVisit: [], withoutRoute: ['/polls'] });
  });
});
