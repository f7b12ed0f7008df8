import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, readFile, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import getPort from 'get-port';
import { describe, expect, it } from 'vitest';
import { addTestDelivery, listDeliveries } from '../../db/queries/webhook-deliveries.ts';
import { insertEndpoint } from '../../db/queries/webhook-endpoints.ts';
import { testEvent, webhookBodySchema, webhookEvents } from '../../lib/webhooks/events.ts';
import { createTestDatabase } from '../../local/testing/test-database.ts';
import { sendOnce } from '../deliver-webhook.ts';
import { testFunctionParts } from '../testing/function-parts.ts';

const root = fileURLToPath(new URL('../../', import.meta.url));
const page = await readFile(join(root, 'docs/WEBHOOKS.md'), 'utf8');
const blocks = (language: string) =>
  [...page.matchAll(new RegExp(`\`\`\`${language}\n(.*?)\`\`\``, 'gs'))].map(([, code = '']) => code);

describe('docs/WEBHOOKS.md', () => {
  it('shows each event as it is sent', () => {
    const shown = blocks('json').map((json) => webhookBodySchema.parse(JSON.parse(json)).type);
    expect(shown).toEqual([...webhookEvents, testEvent]);
  });

  it('has a receiver that takes what Parley sends, and nothing else', async () => {
    await using database = await createTestDatabase();
    const { db } = database;
    const port = await getPort();
    const url = `http://127.0.0.1:${port}/`;
    const endpoint = await insertEndpoint(db, { name: 'Docs', url, events: ['summary.ready'] }, 1);
    if (!endpoint) throw new Error('no endpoint');
    const parts = testFunctionParts(database);
    const folder = await mkdtemp(join(tmpdir(), 'parley-receiver-'));
    await writeFile(join(folder, 'receiver.mjs'), blocks('js')[0] ?? '');
    await symlink(join(root, 'node_modules'), join(folder, 'node_modules'));
    const WEBHOOK_SECRET = parts.webhookSecrets.secretOf(endpoint.id, 1);
    const receiver = spawn(process.execPath, ['receiver.mjs'], {
      cwd: folder,
      env: { WEBHOOK_SECRET, PORT: String(port) },
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    const exited = once(receiver, 'exit');
    try {
      const statusOf = () =>
        fetch(url, { method: 'POST', body: '{}' }).then(
          ({ status }) => status,
          () => 0,
        );
      await expect.poll(statusOf, { timeout: 10_000 }).toBe(401);
      const { id: deliveryId, round } = await addTestDelivery(db, endpoint.id);
      const printed = once(receiver.stdout, 'data');
      expect(await sendOnce(parts, { deliveryId, round }, { isLast: false })).toBe('delivered');
      expect(String(await printed)).toContain("webhook.test { url: 'http://parley.test/webhooks' }");
      expect((await listDeliveries(db, endpoint.id, 1))[0]?.lastStatus).toBe(204);
    } finally {
      receiver.kill();
      await exited;
      await rm(folder, { recursive: true });
    }
  });
});
