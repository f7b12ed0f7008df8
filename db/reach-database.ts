import postgres from 'postgres';
import { ParleyError } from '../lib/errors.ts';

/** Asks the database once; throws a `ParleyError` with one sentence for the start-up output when it does not answer. */
export async function reachDatabase(url: string): Promise<void> {
  const sql = postgres(url, { max: 1, connect_timeout: 5, fetch_types: false, onnotice: () => undefined });
  try {
    await sql`select 1`;
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    const message = `The database at ${new URL(url).host} does not answer (${reason}). Check DATABASE_URL.`;
    throw new ParleyError('unavailable', message, { cause: error });
  } finally {
    await sql.end({ timeout: 1 });
  }
}
