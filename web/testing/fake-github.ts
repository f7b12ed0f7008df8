/**
 * GitHub as a server on loopback: it gives a code to whoever is sent to it, changes the code for a token, and says
 * whose it is. What better-auth sends to GitHub's own addresses arrives here while it is installed.
 */
import { Hono } from 'hono';
import { startServer } from '../../lib/server.ts';

export interface GitHubUser {
  id: number;
  name: string;
  email: string;
  verified: boolean;
}

export interface FakeGitHub extends AsyncDisposable {
  /** Signs someone in there and gives the address of ours that their browser is sent back to. */
  approve(authorizeUrl: string, user: GitHubUser): string;
}

const client = { id: 'parley-at-github', secret: 'secret-at-github' };
export const gitHubEnvironment = { GITHUB_CLIENT_ID: client.id, GITHUB_CLIENT_SECRET: client.secret };

export async function startFakeGitHub(): Promise<FakeGitHub> {
  const codes = new Map<string, { user: GitHubUser; redirectUri: string }>();
  const tokens = new Map<string, GitHubUser>();
  const app = new Hono();
  const userOf = (authorization: string | undefined) =>
    tokens.get(authorization?.replace('Bearer ', '') ?? '');

  app.post('/login/oauth/access_token', async (c) => {
    const form = new URLSearchParams(await c.req.text());
    const given = codes.get(form.get('code') ?? '');
    codes.delete(form.get('code') ?? '');
    const known = form.get('client_id') === client.id && form.get('client_secret') === client.secret;
    if (!given || !known || form.get('redirect_uri') !== given.redirectUri) {
      return c.json({ error: 'bad_verification_code' });
    }
    const token = crypto.randomUUID();
    tokens.set(token, given.user);
    return c.json({ access_token: token, token_type: 'bearer', scope: 'read:user,user:email' });
  });
  app.get('/user', (c) => {
    const user = userOf(c.req.header('authorization'));
    return user ? c.json({ id: user.id, login: 'someone', name: user.name, email: null }) : c.body(null, 401);
  });
  app.get('/user/emails', (c) => {
    const user = userOf(c.req.header('authorization'));
    if (!user) return c.body(null, 401);
    return c.json([{ email: user.email, primary: true, verified: user.verified, visibility: null }]);
  });

  const server = await startServer(app, { host: '127.0.0.1', port: 0 });
  const realFetch = globalThis.fetch;
  globalThis.fetch = (input, init) => {
    const url = new URL(input instanceof Request ? input.url : input);
    const isGitHub = url.host === 'github.com' || url.host === 'api.github.com';
    return realFetch(isGitHub ? `${server.url}${url.pathname}` : input, init);
  };
  return {
    approve(authorizeUrl, user) {
      const asked = new URL(authorizeUrl).searchParams;
      const redirectUri = asked.get('redirect_uri') ?? '';
      const code = crypto.randomUUID();
      codes.set(code, { user, redirectUri });
      return `${redirectUri}?code=${code}&state=${encodeURIComponent(asked.get('state') ?? '')}`;
    },
    async [Symbol.asyncDispose]() {
      globalThis.fetch = realFetch;
      await server[Symbol.asyncDispose]();
    },
  };
}
