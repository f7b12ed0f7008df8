import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { writeLiveKitConfig } from './livekit-config.ts';

const config = parse(
  writeLiveKitConfig({
    port: 21_000,
    udpPort: 21_001,
    apiKey: 'APIkey',
    apiSecret: 'a secret of at least thirty-two characters',
    webhookUrl: 'http://127.0.0.1:3000/api/webhooks/livekit',
  }),
);

describe(writeLiveKitConfig, () => {
  it('keeps every listener and every look-up on loopback', () => {
    expect(config.bind_addresses).toEqual(['127.0.0.1']);
    expect(config.rtc).toMatchObject({
      tcp_port: 0,
      node_ip: '127.0.0.1',
      use_external_ip: false,
      ips: { includes: ['127.0.0.0/8'] },
    });
    for (const server of config.rtc.stun_servers) expect(server).toMatch(/^127\./);
  });

  it('does not let a token open a room', () => {
    expect(config.room.auto_create).toBe(false);
  });

  it('signs webhooks with a key that it knows', () => {
    expect(Object.keys(config.keys)).toContain(config.webhook.api_key);
    expect(config.webhook.urls).toEqual(['http://127.0.0.1:3000/api/webhooks/livekit']);
  });
});
