import { defineConfig } from 'vitest/config';

const node = (name: string, include: string[], extra: object = {}) => ({
  test: { name, include, environment: 'node' as const, ...extra },
});

export default defineConfig({
  test: {
    projects: [
      node('unit', ['{lib,agent,web,functions,local,bench,deploy,e2e}/**/*.test.ts'], {
        exclude: ['**/*.db.test.ts', '**/*.e2e.test.ts', 'web/client/**', '**/node_modules/**'],
      }),
      node('db', ['**/*.db.test.ts'], {
        globalSetup: './local/testing/postgres-setup.ts',
        testTimeout: 20_000,
      }),
      {
        test: {
          name: 'client',
          include: ['web/client/**/*.test.{ts,tsx}'],
          environment: 'happy-dom' as const,
        },
      },
      node('e2e', ['**/*.e2e.test.ts'], {
        testTimeout: 120_000,
        hookTimeout: 300_000,
        fileParallelism: false,
        // Alone and last: whole systems want both cores, and cheap tests should speak first.
        sequence: { groupOrder: 1 },
      }),
    ],
  },
});
