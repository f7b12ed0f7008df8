import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { z } from 'zod';
import { parseCompose, projectFolder, readComposeText } from './compose-file.ts';

const run = promisify(execFile);
const binary = `${projectFolder}.parley/bin/livekit-server`;
const file = `${projectFolder}livekit.yaml`;
const text = await readFile(file, 'utf8');
const config = z
  .object({
    port: z.number(),
    rtc: z.object({ udp_port: z.number(), tcp_port: z.number() }),
    turn: z.object({ udp_port: z.number() }),
    room: z.object({ auto_create: z.boolean() }),
    webhook: z.object({ api_key: z.string(), urls: z.array(z.string()) }),
  })
  .parse(parse(text));
const { services } = parseCompose(await readComposeText(), {
  ...Object.fromEntries(
    ['PARLEY_PUBLIC_URL', 'LIVEKIT_NODE_IP', 'PARLEY_SECRET', 'LIVEKIT_API_SECRET'].map((name) => [
      name,
      'x',
    ]),
  ),
  ...Object.fromEntries(
    ['POSTGRES_PASSWORD', 'REDIS_PASSWORD', 'INNGEST_EVENT_KEY', 'INNGEST_SIGNING_KEY'].map((name) => [
      name,
      'x',
    ]),
  ),
});

/** What the real server says to a configuration: `ports` reads it strictly, prints its ports and ends. */
async function serverReads(path: string): Promise<string> {
  const keys = { LIVEKIT_KEYS: `parley: ${'0f'.repeat(32)}`, NODE_IP: '127.0.0.1' };
  const { stdout, stderr } = await run(binary, ['--config', path, 'ports'], { env: keys, timeout: 20_000 });
  return stdout + stderr;
}

describe('livekit.yaml', () => {
  it.skipIf(!existsSync(binary))('is accepted by livekit-server, which refuses an unknown key', async () => {
    const answer = await serverReads(file);
    expect(answer).toContain(`${config.port} - HTTP service`);
    expect(answer).toContain(`${config.turn.udp_port} - TURN/UDP`);

    const folder = await mkdtemp(join(tmpdir(), 'parley-livekit-'));
    try {
      const wrong = join(folder, 'livekit.yaml');
      await writeFile(wrong, text.replace('departure_timeout', 'departed_timeout'));
      expect(await serverReads(wrong)).toContain('field departed_timeout not found');
    } finally {
      await rm(folder, { recursive: true });
    }
  });

  it('uses the ports that docker-compose.yml publishes', () => {
    const ports = [`${config.rtc.tcp_port}/tcp`, `${config.rtc.udp_port}/udp`, `${config.turn.udp_port}/udp`];
    expect(services.livekit?.ports).toEqual(ports.map((port) => `${port.split('/')[0]}:${port}`));
  });

  it('signs webhooks to web with a key that the server has', () => {
    expect(services.livekit?.environment.LIVEKIT_KEYS).toMatch(new RegExp(`^${config.webhook.api_key}: `));
    expect(services.web?.environment.LIVEKIT_API_KEY).toBe(config.webhook.api_key);
    const base = `${services.web?.environment.PARLEY_URL}/api/webhooks/livekit`;
    expect(config.webhook.urls).toEqual([base]);
  });

  it('never opens a room by itself', () => {
    expect(config.room.auto_create).toBe(false);
  });
});
