/** The same suite on a real Inngest, where `INNGEST_BASE_URL` names one that reaches this machine on loopback. */
import { Hono } from 'hono';
import { Inngest } from 'inngest';
import { serve } from 'inngest/edge';
import { describe } from 'vitest';
import { readConfig } from '../../lib/config.ts';
import { createId } from '../../lib/ids.ts';
import { startServer } from '../../lib/server.ts';
import { describeEngine, type StartEngine } from './testing/engine.contract.ts';

const baseUrl = process.env.INNGEST_BASE_URL;

const startReal: StartEngine = async (define) => {
  const { inngest: settings } = readConfig(process.env, ['functions']);
  const inngest = new Inngest({
    // An app of its own: Inngest remembers the functions of an earlier one.
    id: `contract-${createId('run').slice(4).toLowerCase()}`,
    isDev: settings?.dev ?? true,
    baseUrl: settings?.baseUrl ?? undefined,
    eventKey: settings?.eventKey ?? 'contract',
    signingKey: settings?.signingKey ?? undefined,
  });
  const handler = serve({ client: inngest, functions: define(inngest) });
  const app = new Hono().all('/api/inngest', (c) => handler(c.req.raw));
  const server = await startServer(app, { host: '127.0.0.1', port: 0 });
  const registered = await fetch(`${server.url}/api/inngest`, { method: 'PUT' });
  if (!registered.ok) throw new Error(`Inngest did not take the functions: ${await registered.text()}`);
  return {
    send: (event) => inngest.send(event),
    [Symbol.asyncDispose]: () => server[Symbol.asyncDispose](),
  };
};

describe.skipIf(!baseUrl)('with INNGEST_BASE_URL', () => {
  // Its first retry comes after 10 to 30 s.
  describeEngine('a real Inngest', startReal, { patienceMs: 120_000 });
});
