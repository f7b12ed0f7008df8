import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Hono } from 'hono';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { backdropAssets } from '../lib/backdrop-assets.ts';
import { apiRoutes } from './api-table/index.ts';
import { createApp } from './app.ts';
import { shareTestWeb } from './testing/share-test-web.ts';
import { createTestWeb } from './testing/test-web.ts';

const folder = mkdtempSync(join(tmpdir(), 'parley-security-'));
const web = await shareTestWeb();
const { database } = web.context;
let app: Hono;
beforeAll(async () => {
  mkdirSync(join(folder, 'assets'));
  writeFileSync(join(folder, 'index.html'), '<!doctype html><meta nonce="CSP_NONCE">');
  writeFileSync(join(folder, 'assets', 'app.js'), 'export {};');
  mkdirSync(join(folder, backdropAssets));
  writeFileSync(join(folder, backdropAssets, 'worker.js'), 'export {};');
  app = createApp(web.context, { clientFolder: folder });
});
afterAll(async () => {
  rmSync(folder, { recursive: true });
});

const url = (path: string) => `http://parley.test${path.replace(/:\w+/g, 'x')}`;
const policyOf = (answer: Response) => answer.headers.get('content-security-policy') ?? '';
const unsafe = apiRoutes.filter(({ method }) => method !== 'GET' && method !== 'ALL');

describe('the headers of every answer', () => {
  it('forbid inline scripts, framing, sniffing and leaking addresses, on pages, files, answers and errors', async () => {
    const broken = createTestWeb(database);
    broken.context.tokens.verifyPerson = () => Promise.reject(new TypeError('broken'));
    const inner = createApp(broken.context, { clientFolder: folder });
    const headers = { authorization: 'Bearer x' };
    const answers: [number, Response][] = [
      [200, await app.request(url('/'))],
      [200, await app.request(url('/m/abc-defg-hij'))],
      [200, await app.request(url('/assets/app.js'))],
      [200, await app.request(url('/api/ready'))],
      [404, await app.request(url('/api/nothing'))],
      [403, await app.request(url('/api/meetings'), { method: 'POST', headers: { origin: 'null' } })],
      [400, await app.request(url('/api/meetings'), { method: 'POST', body: '{' })],
      [413, await app.request(url('/api/meetings'), { method: 'POST', body: 'x'.repeat(9 * 1024 * 1024) })],
      [500, await inner.request(url('/api/meetings/mtg_1/transcript'), { headers })],
    ];
    for (const [status, answer] of answers) {
      expect(answer.status).toBe(status);
      const policy = policyOf(answer);
      expect(policy).toContain("script-src 'self';");
      expect(policy).toContain("frame-ancestors 'none'");
      expect(policy).toContain("object-src 'none'");
      expect(policy).not.toMatch(/(script|style)-src [^;]*unsafe|unsafe-eval|\*/);
      expect(answer.headers.get('x-content-type-options')).toBe('nosniff');
      expect(answer.headers.get('x-frame-options')).toBe('DENY');
      expect(answer.headers.get('referrer-policy')).toBe('same-origin');
      expect(answer.headers.has('access-control-allow-origin')).toBe(false);
    }
  });

  it('allow style elements to the page alone, by a nonce of each answer', async () => {
    const nonces = await Promise.all(
      ['/', '/m/abc-defg-hij'].map(async (path) => {
        const answer = await app.request(url(path));
        const [, nonce = ''] = /style-src 'self' 'nonce-([^']{20,})';/.exec(policyOf(answer)) ?? [];
        expect(await answer.text()).toBe(`<!doctype html><meta nonce="${nonce}">`);
        return nonce;
      }),
    );
    expect(nonces[0]).not.toBe(nonces[1]);
  });

  it('allow WebAssembly to the workers that hide backgrounds alone, and nothing else to them', async () => {
    const answer = await app.request(url(`${backdropAssets}worker.js`));
    expect(answer.status).toBe(200);
    expect(policyOf(answer)).toContain("script-src 'self' 'wasm-unsafe-eval';");
    const usual = await app.request(url('/assets/app.js'));
    const plain = (policy: string) => policy.replace(/ '(wasm-unsafe-eval|nonce-[^']+)'/g, '');
    expect(plain(policyOf(answer))).toBe(plain(policyOf(usual)));
  });

  it('keep what the API answers out of every cache', async () => {
    for (const { method, path } of apiRoutes) {
      if (method === 'ALL') continue;
      const answer = await app.request(url(path), { method });
      expect([path, answer.headers.get('cache-control')]).toEqual([path, 'no-store']);
    }
  });
});

describe('a page of another site', () => {
  it.each(['https://evil.example', 'http://parley.test.evil.example', 'null', 'http://parley.test:81'])(
    'with the origin %s is refused by every unsafe route, before anything is read',
    async (origin) => {
      for (const { method, path } of unsafe) {
        const answer = await app.request(url(path), { method, headers: { origin } });
        expect([path, answer.status]).toEqual([path, 403]);
        expect(await answer.text()).toContain('comes from another site');
      }
    },
  );
});

describe('cookies', () => {
  const cookiesAt = async (publicUrl: string) => {
    const there = createTestWeb(database, { PARLEY_PUBLIC_URL: publicUrl });
    const { cookie } = await there.signIn();
    const made = await there.fetch('/api/meetings', {
      method: 'POST',
      headers: { cookie, 'content-type': 'application/json' },
      body: '{}',
    });
    const { meeting } = (await made.json()) as { meeting: { code: string } };
    const joined = await there.fetch(`/api/meetings/${meeting.code}/join`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ name: 'Ana', consent: { noticeVersion: 3 } }),
    });
    const left = await there.fetch('/api/auth/sign-out', { method: 'POST', headers: { cookie } });
    const all = [made, joined, left].flatMap((answer) => answer.headers.getSetCookie());
    expect(all).toHaveLength(4);
    return all;
  };

  it('are out of reach for scripts and other sites, and Secure', async () => {
    for (const cookie of await cookiesAt('https://meet.example.org')) {
      expect(cookie).toMatch(/; HttpOnly/);
      expect(cookie).toMatch(/; SameSite=(Lax|Strict)/);
      expect(cookie).toMatch(/; Secure/);
    }
    for (const cookie of await cookiesAt('http://meet.example.org')) expect(cookie).toMatch(/; Secure/);
  });

  it('are not Secure on loopback alone, where there is no TLS', async () => {
    for (const cookie of await cookiesAt('http://127.0.0.1:3000')) expect(cookie).not.toMatch(/Secure/);
  });
});
