import { Hono } from 'hono';
import { describe, expect, it } from 'vitest';
import { shareTestDatabase } from '../local/testing/test-database.ts';
import { compareRoutes } from './api-table/compare-routes.ts';
import { apiRoutes } from './api-table/index.ts';
import { createApp } from './app.ts';
import { routesWithoutRequest } from './testing/access-requests.ts';
import { walkAccess } from './testing/access-walk.ts';
import { createTestWeb } from './testing/test-web.ts';

const database = await shareTestDatabase();

describe('the table of routes', () => {
  it('has an entry for every route that is served, and none for others: web/api-table', () => {
    const { context } = createTestWeb(database);
    const app = createApp(context, { clientFolder: '.' });
    expect(compareRoutes(app)).toEqual({ withoutEntry: [], withoutRoute: [] });
  });

  it('notices a route that nobody described', () => {
    const app = new Hono().get('/api/backdoor', (c) => c.text('in'));
    expect(compareRoutes(app).withoutEntry).toEqual(['GET /api/backdoor']);
  });

  it('goes with a request to try for every route that takes one: web/testing/access-requests.ts', () => {
    expect(routesWithoutRequest(apiRoutes)).toEqual([]);
  });
});

describe(walkAccess, () => {
  it('finds that everyone gets through where the table says so, and nowhere else', async () => {
    const { tried, leaks, faults } = await walkAccess(createTestWeb(database));
    expect({ leaks, faults }).toEqual({ leaks: [], faults: [] });
    expect(tried).toBeGreaterThan(apiRoutes.length * 6);
  }, 240_000);
});
