import { expect, it } from 'vitest';
import { createTestDatabase } from '../../local/testing/test-database.ts';
import { personCookie } from '../remembered-person.ts';
import { proposeTo, setPresent } from '../testing/proposals.ts';
import { createTestWeb } from '../testing/test-web.ts';

it('shows proposals and answers to a guest whom a cookie knows, and offers no decision there', async () => {
  await using database = await createTestDatabase();
  const web = createTestWeb(database);
  const { meeting } = await web.createMeeting();
  const ben = await web.join(meeting.code, 'Ben');
  await setPresent(web, ben, true);
  const approval = await proposeTo(web, ben);
  const { id } = ben.meeting;
  const headers = { cookie: `${personCookie(id)}=${ben.apiToken}` };
  expect(await web.request('GET', `/api/meetings/${id}/approvals`, { headers })).toMatchObject({
    status: 200,
    body: { approvals: [{ id: approval.id }], mine: [] },
  });
  expect(await web.request('GET', `/api/meetings/${id}/replies`, { headers })).toMatchObject({
    status: 200,
    body: { replies: [] },
  });
});
