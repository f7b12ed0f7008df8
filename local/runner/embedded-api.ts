/** What the SDK believes to be Inngest's API: it can send events, and nothing else. */
import { createHash } from 'node:crypto';
import { z } from 'zod';
import type { RunnerEvent } from '../../db/queries/runner-events.ts';
import { createId } from '../../lib/ids.ts';

/** Strict: a field that the runner would ignore is refused. `ts` is always set by the SDK; `meta` by its sessions. */
const sentEventSchema = z.strictObject({
  id: z.string().optional(),
  name: z.string().min(1),
  data: z.record(z.string(), z.unknown()).default({}),
  ts: z.number().optional(),
  meta: z.unknown().optional(),
});

/** A `fetch` for the SDK's client. Nothing of it leaves the process. */
export function createEmbeddedApi(accept: (event: RunnerEvent) => Promise<void>): typeof fetch {
  return async (input, init) => {
    const request = new Request(input, init);
    const { pathname } = new URL(request.url);
    if (request.method !== 'POST' || !pathname.startsWith('/e/')) {
      return refuse(404, `the embedded runner has no ${pathname}`);
    }
    const parsed = z.array(sentEventSchema).safeParse(await request.json());
    if (!parsed.success) return refuse(400, z.prettifyError(parsed.error));
    const ids: string[] = [];
    const seed = request.headers.get('x-inngest-event-id-seed');
    for (const [index, event] of parsed.data.entries()) {
      const id = event.id || (seed ? seededId(seed, index) : createId('evt'));
      await accept({ id, name: event.name, data: event.data });
      ids.push(id);
    }
    return Response.json({ ids, status: 200 });
  };
}

const refuse = (status: number, error: string) => Response.json({ error, status }, { status });

/** The SDK repeats a call that failed half-way under the same seed: its events then have the same ids. */
const seededId = (seed: string, index: number) =>
  createHash('sha256').update(`${seed}:${index}`).digest('base64url');
