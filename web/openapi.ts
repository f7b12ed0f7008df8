/** The API as an OpenAPI 3.1 document, made from the table of routes. */
import { z } from 'zod';
import type { ZodMiniType } from 'zod/mini';
import { errorBodySchema } from '../lib/messages.ts';
import { apiGroups } from './api-table/index.ts';
import type { Access, ApiRoute } from './api-table/route.ts';

type Json = { [key: string]: unknown };

const session = { session: [] };
const participant = { participant: [] };

/** The ways in which a caller can show who it is; an empty one means without any. */
const securityOf: Record<Access, Json[]> = {
  anyone: [{}],
  newcomer: [{}, session, participant],
  account: [session],
  workspaceOwner: [session],
  meeting: [participant, session],
  joined: [participant],
  everJoined: [participant],
  approver: [participant, session],
  speak: [participant, session],
  chat: [participant],
  write: [participant],
  correct: [participant, session],
  share: [participant, session],
  moderate: [participant, session],
  record: [participant, session],
  appoint: [participant, session],
  end: [participant, session],
  edit: [participant, session],
  shareHolder: [{ share: [] }],
  agentJob: [{ agentJob: [] }],
  agentWorker: [{ agentWorker: [] }],
  livekit: [{ livekit: [] }],
  inngest: [{ inngest: [] }],
};

const bearer = (description: string) => ({ type: 'http', scheme: 'bearer', description });

const securitySchemes: Json = {
  session: {
    type: 'apiKey',
    in: 'cookie',
    name: 'parley.session_token',
    description: 'Someone who signed in',
  },
  share: {
    type: 'apiKey',
    in: 'cookie',
    name: 'parley_shr_…',
    description: 'Someone who has opened that link',
  },
  participant: bearer('`apiToken` of a join: one person in one meeting'),
  agentJob: bearer('The token of one agent job, from its dispatch'),
  agentWorker: bearer('Signed with the LiveKit API secret'),
  livekit: bearer("LiveKit's signature of the body"),
  inngest: { type: 'apiKey', in: 'header', name: 'x-inngest-signature', description: "Inngest's signature" },
};

/** `serverUrl` is the origin that people type. */
export function createOpenApi(serverUrl: string): Json {
  const paths: Record<string, Json> = {};
  for (const { name, routes } of apiGroups) {
    for (const route of routes.filter(({ method }) => method !== 'ALL')) {
      const path = route.path.replace(/:(\w+)/g, '{$1}');
      paths[path] = { ...paths[path], [route.method.toLowerCase()]: operationOf(route, name) };
    }
  }
  return {
    openapi: '3.1.0',
    info: {
      title: 'Parley',
      version: '1',
      description:
        'Errors have one shape. Times that end in `Ms` are milliseconds. A call that changes something is refused when its Origin is another site.',
    },
    servers: [{ url: serverUrl }],
    tags: apiGroups.map(({ name }) => ({ name })),
    paths,
    components: { securitySchemes, schemas: { Error: toJsonSchema(errorBodySchema, 'output') } },
  };
}

function operationOf(route: ApiRoute, tag: string): Json {
  const { method, path, summary, access, query = {}, request, answer } = route;
  const pathParameters = [...path.matchAll(/:(\w+)/g)].map(([, name]) => ({
    name,
    in: 'path',
    required: true,
    schema: { type: 'string' },
  }));
  const queryParameters = Object.entries(query).map(([name, description]) => ({
    name,
    in: 'query',
    description,
    schema: { type: 'string' },
  }));
  return {
    operationId: operationIdOf(method, path),
    tags: [tag],
    summary,
    security: securityOf[access],
    parameters: [...pathParameters, ...queryParameters],
    ...(request ? { requestBody: { required: true, content: jsonContent(request, 'input') } } : {}),
    responses: {
      [answer.status]: {
        description: 'Done',
        ...(answer.schema ? { content: jsonContent(answer.schema, 'output') } : {}),
      },
      default: {
        description: 'Why not',
        content: { 'application/json': { schema: { $ref: '#/components/schemas/Error' } } },
      },
    },
  };
}

function operationIdOf(method: string, path: string): string {
  const words = path
    .replace('/api/', '')
    .replace(/\.json$/, '')
    .split(/[/:.-]+/);
  return [method.toLowerCase(), ...words.map((word) => word.charAt(0).toUpperCase() + word.slice(1))].join(
    '',
  );
}

function jsonContent(schema: ZodMiniType, io: 'input' | 'output'): Json {
  return { 'application/json': { schema: toJsonSchema(schema, io) } };
}

/** Ids are custom types of zod: strings with a prefix. */
function toJsonSchema(schema: ZodMiniType, io: 'input' | 'output'): Json {
  const { $schema, ...rest } = z.toJSONSchema(schema, {
    io,
    unrepresentable: 'any',
    override: ({ zodSchema, jsonSchema }) => {
      if (zodSchema._zod.def.type === 'custom') jsonSchema.type = 'string';
    },
  });
  return rest;
}
