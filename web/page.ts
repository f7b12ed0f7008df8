import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { MiddlewareHandler } from 'hono';
import { ParleyError } from '../lib/errors.ts';

/** Stands in the built page where each answer has a nonce of its own; vite.config.ts puts it there. */
const placeholder = 'CSP_NONCE';

/** The browser app's one page, which allows style elements only to those who know this answer's nonce. */
export function servePage(clientFolder: string): MiddlewareHandler {
  return async (c) => {
    const page = await readFile(join(clientFolder, 'index.html'), 'utf8').catch((cause) => {
      throw new ParleyError('not_found', 'The browser app is not built.', { cause });
    });
    c.header('Cache-Control', 'no-store');
    return c.html(page.replaceAll(placeholder, c.get('secureHeadersNonce') ?? ''));
  };
}
