import type { Inngest, InngestFunction } from 'inngest';
import { serve } from 'inngest/edge';
import pino from 'pino';
import type { Database } from '../../../db/database.ts';
import { type Runner, type RunnerOptions, startRunner } from '../runner.ts';

const silent = pino({ level: 'silent' });

/** A runner of an app `test` with the functions that `define` makes. */
export function startTestRunner(
  database: Database,
  define: (inngest: Inngest) => InngestFunction.Like[],
  options: Partial<RunnerOptions> = {},
): Promise<Runner> {
  return startRunner({
    database,
    logger: silent,
    appId: 'test',
    createHandler: (inngest) => serve({ client: inngest, functions: define(inngest) }),
    ...options,
  });
}

export interface RunRow {
  function_id: string;
  status: 'queued' | 'completed' | 'failed';
  attempt: number;
  output: unknown;
  error: unknown;
}

export async function listRuns({ sql }: Database): Promise<RunRow[]> {
  const rows = await sql<{ [K in keyof RunRow]: RunRow[K] extends string ? string : RunRow[K] }[]>`
    select function_id, status, attempt, output::text, error::text from runner_runs order by created_at, id`;
  return rows.map((row) => ({
    ...row,
    status: row.status as RunRow['status'],
    output: parse(row.output),
    error: parse(row.error),
  }));
}

const parse = (text: unknown): unknown => (typeof text === 'string' ? JSON.parse(text) : null);
