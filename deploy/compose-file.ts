/** Reads docker-compose.yml the way `docker compose config` does, as far as Parley's file needs it. */
import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { parse } from 'yaml';
import { z } from 'zod';

const strings = z.array(z.string());

/** The keys that the tests look at; the published schema checks all others. */
const composeSchema = z.object({
  services: z.record(
    z.string(),
    z.object({
      image: z.string(),
      build: z.object({ context: z.string(), dockerfile: z.string() }).optional(),
      command: strings.optional(),
      environment: z.record(z.string(), z.string()).default({}),
      healthcheck: z.object({ test: strings }).optional(),
      restart: z.string().optional(),
      user: z.string().optional(),
      ports: strings.default([]),
      volumes: strings.default([]),
      networks: strings.default([]),
      cap_drop: strings.default([]),
      security_opt: strings.default([]),
      stop_grace_period: z.string().optional(),
    }),
  ),
});
export type Compose = z.infer<typeof composeSchema>;

export const projectFolder = fileURLToPath(new URL('../', import.meta.url));

export function readComposeText(): Promise<string> {
  return readFile(`${projectFolder}docker-compose.yml`, 'utf8');
}

/** The file with anchors merged and variables filled in. Throws for a required variable that is unset or empty. */
export function parseCompose(text: string, env: Record<string, string | undefined>): Compose {
  return composeSchema.parse(fillIn(parse(text, { merge: true }), env));
}

/** Compose fills in variables after it has parsed the YAML, so that a value cannot become structure. */
function fillIn(value: unknown, env: Record<string, string | undefined>): unknown {
  if (typeof value === 'string') return interpolate(value, env);
  if (Array.isArray(value)) return value.map((item) => fillIn(item, env));
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, fillIn(item, env)]));
}

/** `${NAME}`, `${NAME:-default}`, `${NAME:?message}` and `$$` of the Compose specification, section interpolation. */
export function interpolate(text: string, env: Record<string, string | undefined>): string {
  return text.replace(
    /\$\$|\$\{(\w+)(?::([-?])([^}]*))?\}/g,
    (_all, name?: string, kind?: string, rest = '') => {
      if (name === undefined) return '$';
      const value = env[name];
      if (value) return value;
      if (kind === '?') throw new Error(`${name}: ${rest}`);
      return kind === '-' ? rest : '';
    },
  );
}

/** Names of all variables that the text asks for. */
export function variablesIn(text: string): Set<string> {
  return new Set([...text.matchAll(/(?<!\$)\$\{(\w+)/g)].flatMap(([, name]) => (name ? [name] : [])));
}
