import { defineConfig } from 'vitest/config';

/**
 * Cheap tests speak first, whole systems run alone and last. Order 0 has a meaning of its own in vitest (files
 * of one worker run after everything else), so the groups begin at 1.
 */
const order = (groupOrder: number) => ({ sequence: { groupOrder } });

/** On a shared machine Postgres, a browser or a speech engine may be starved. What is run again is printed as such. */
const retry = process.env.CI ? 1 : 0;

const node = (name: string, include: string[], extra: object = {}) => ({
  test: { name, include, environment: 'node' as const, ...extra },
});

export default defineConfig({
  test: {
    projects: [
      node('unit', ['{lib,db,agent,web,functions,local,bench,deploy,e2e}/**/*.test.ts'], {
        exclude: ['**/*.db.test.ts', '**/*.e2e.test.ts', 'web/client/**', '**/node_modules/**'],
        maxWorkers: '100%',
        ...order(1),
      }),
      {
        test: {
          name: 'client',
          include: ['web/client/**/*.test.{ts,tsx}'],
          environment: 'happy-dom' as const,
          testTimeout: 15_000,
          setupFiles: ['./web/client/testing-setup.ts'],
          maxWorkers: '100%',
          ...order(1),
        },
      },
      node('db', ['**/*.db.test.ts'], {
        globalSetup: './local/testing/postgres-setup.ts',
        testTimeout: 20_000,
        retry,
        ...order(2),
      }),
      node('e2e', ['**/*.e2e.test.ts'], {
        testTimeout: 120_000,
        hookTimeout: 300_000,
        // What a browser shows comes when it comes: a second, as elsewhere, says more about the machine than about us.
        expect: { poll: { timeout: 20_000 } },
        retry,
        fileParallelism: false,
        setupFiles: ['./e2e/report-pages.ts'],
        ...order(3),
      }),
    ],
  },
});
