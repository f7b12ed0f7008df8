/** A runner process to be killed: its first step ends, its second one hangs. */
import pino from 'pino';
import { openDatabase } from '../../../db/database.ts';
import { defineVictim } from './define-victim.ts';
import { startTestRunner } from './test-runner.ts';

const database = openDatabase(process.env.DATABASE_URL ?? '');
await startTestRunner(database, (inngest) => [defineVictim(inngest, database, { hangs: true })], {
  leaseMs: Number(process.env.LEASE_MS),
  logger: pino({ level: 'silent' }),
});
