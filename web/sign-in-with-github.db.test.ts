import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { saveWorkspace } from '../db/queries/accounts.ts';
import {
  type FakeGitHub,
  type GitHubUser,
  gitHubEnvironment,
  startFakeGitHub,
} from './testing/fake-github.ts';
import { shareTestWeb } from './testing/share-test-web.ts';

const ana: GitHubUser = { id: 1, name: 'Ana Ruiz', email: 'ana@example.test', verified: true };

const web = await shareTestWeb(gitHubEnvironment);
const { database } = web.context;
let github: FakeGitHub;
beforeAll(async () => {
  github = await startFakeGitHub();
});
afterAll(async () => {
  await github[Symbol.asyncDispose]();
});

const cookiesOf = (answer: Response) =>
  answer.headers
    .getSetCookie()
    .map((cookie) => cookie.split(';')[0])
    .join('; ');

/** From the button on the page to GitHub and back; `at` changes the address that the browser comes back to. */
async function signIn(user: GitHubUser, { to = '/', at = (url: string) => url } = {}) {
  const asked = await web.fetch('/api/auth/service', {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ service: 'github', to }),
  });
  const { url } = (await asked.json()) as { url: string };
  const back = new URL(at(github.approve(url, user)));
  const answer = await web.fetch(back.pathname + back.search, { headers: { cookie: cookiesOf(asked) } });
  const cookie = cookiesOf(answer);
  const state = await web.request('GET', '/api/auth/state', { headers: { cookie } });
  return {
    status: answer.status,
    leadsTo: answer.headers.get('location'),
    account: (state.body as { account: { role: string; name: string; email: string } | null }).account,
  };
}

describe('signing in with GitHub', () => {
  it('makes nobody an account whose address GitHub has not checked', async () => {
    const { account, leadsTo } = await signIn({ ...ana, verified: false });
    expect(account).toBeNull();
    expect(leadsTo).toMatch(/^http:\/\/parley\.test\/sign-in\?error=/);
    expect(await database.sql`select 1 from users`).toHaveLength(0);
  });

  it('makes the first one the owner and leads to where they wanted to go', async () => {
    const { status, leadsTo, account } = await signIn(ana, { to: '/meetings/mtg_1?at=5' });
    expect(status).toBe(302);
    expect(leadsTo).toBe('http://parley.test/meetings/mtg_1?at=5');
    expect(account).toMatchObject({ role: 'owner', name: 'Ana Ruiz', email: 'ana@example.test' });
  });

  it('knows them again, under one account', async () => {
    expect((await signIn({ ...ana, name: 'Somebody' })).account).toMatchObject({ name: 'Ana Ruiz' });
    expect(await database.sql`select 1 from users`).toHaveLength(1);
  });

  it('lets others in as members, and only while people may sign up', async () => {
    const ben = { id: 2, name: '<b>Ben</b>\u202e', email: 'ben@example.test', verified: true };
    const closed = await signIn(ben);
    expect(closed.account).toBeNull();
    expect(closed.leadsTo).toContain('/sign-in?error=');
    await saveWorkspace(database.db, { openSignUp: true });
    const { account } = await signIn(ben);
    expect(account).toMatchObject({ role: 'member', email: 'ben@example.test' });
    expect(account?.name).not.toContain('\u202e');
  });

  it('does not open an account that was made with a password', async () => {
    await web.signIn('cleo@example.test');
    const { account, leadsTo } = await signIn({
      id: 3,
      name: 'Cleo',
      email: 'cleo@example.test',
      verified: true,
    });
    expect(account).toBeNull();
    expect(leadsTo).toContain('account');
  });

  it('takes no answer that this browser did not ask for, and no code that GitHub did not give', async () => {
    const forged = (url: string) => url.replace(/state=[^&]+/, 'state=forged');
    expect((await signIn(ana, { at: forged })).account).toBeNull();
    const wrongCode = (url: string) => url.replace(/code=[^&]+/, 'code=stolen');
    expect((await signIn(ana, { at: wrongCode })).account).toBeNull();
  });
});
