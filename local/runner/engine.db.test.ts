import { createId } from '../../lib/ids.ts';
import { createTestDatabase } from '../testing/test-database.ts';
import { describeEngine } from './testing/engine.contract.ts';
import { startTestRunner } from './testing/test-runner.ts';

describeEngine(
  'the embedded runner',
  async (define) => {
    const database = await createTestDatabase();
    const runner = await startTestRunner(database, define);
    return {
      send: ({ id = createId('evt'), ...event }) => runner.send({ id, ...event }),
      async [Symbol.asyncDispose]() {
        await runner[Symbol.asyncDispose]();
        await database[Symbol.asyncDispose]();
      },
    };
  },
  { patienceMs: 10_000 },
);
