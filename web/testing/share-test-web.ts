import { shareTestDatabase } from '../../local/testing/test-database.ts';
import { createTestWeb, type TestWeb } from './test-web.ts';

/** One web for all tests of a file, on a database that is dropped after them. `env` adds to the configuration. */
export async function shareTestWeb(env: Record<string, string> = {}): Promise<TestWeb> {
  return createTestWeb(await shareTestDatabase(), env);
}
