import { Ajv2020 } from 'ajv/dist/2020.js';
import { describe, expect, it } from 'vitest';
import { apiRoutes } from './api-table/index.ts';
import { nameOfRoute } from './api-table/route.ts';
import { createOpenApi } from './openapi.ts';

interface Operation {
  operationId: string;
  parameters: { name: string; in: string }[];
  security: Record<string, unknown>[];
  requestBody?: { content: Record<string, { schema: object }> };
  responses: Record<string, { content?: Record<string, { schema: object }> }>;
}
interface Document {
  paths: Record<string, Record<string, Operation>>;
  components: { schemas: Record<string, object>; securitySchemes: Record<string, object> };
}

const document = createOpenApi('http://parley.test') as unknown as Document;
const operations = Object.entries(document.paths).flatMap(([path, methods]) =>
  Object.entries(methods).map(([method, operation]) => ({ path, method, operation })),
);

describe(createOpenApi, () => {
  it('describes every route of the table once', () => {
    expect(new Set(apiRoutes.map(nameOfRoute)).size).toBe(apiRoutes.length);
    expect(operations).toHaveLength(apiRoutes.filter(({ method }) => method !== 'ALL').length);
    expect(new Set(operations.map(({ operation }) => operation.operationId)).size).toBe(operations.length);
  });

  it('declares exactly the parameters that stand in each path', () => {
    for (const { path, operation } of operations) {
      const declared = operation.parameters.filter((each) => each.in === 'path').map(({ name }) => name);
      expect(declared).toEqual([...path.matchAll(/\{(\w+)\}/g)].map(([, name]) => name));
    }
  });

  it('has schemas that a validator compiles, and that tell right from wrong', () => {
    const ajv = new Ajv2020({ strict: false, validateFormats: false });
    ajv.addSchema(document, 'parley');
    for (const { operation } of operations) {
      for (const part of [operation.requestBody, ...Object.values(operation.responses)]) {
        const schema = part?.content?.['application/json']?.schema;
        if (schema && !('$ref' in schema)) expect(() => ajv.compile(schema)).not.toThrow();
      }
    }
    const join = document.paths['/api/meetings/{code}/join']?.post?.requestBody;
    const validate = ajv.compile(join?.content['application/json']?.schema ?? {});
    expect(validate({ name: 'Ana', consent: { noticeVersion: 3 } })).toBe(true);
    expect(validate({ name: 'Ana' })).toBe(false);
  });

  it('names only security schemes that it declares', () => {
    const named = operations.flatMap(({ operation }) => operation.security.flatMap(Object.keys));
    expect(named.filter((name) => !(name in document.components.securitySchemes))).toEqual([]);
  });
});
