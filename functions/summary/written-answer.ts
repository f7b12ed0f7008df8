/** What a model's answer must look like. Days are read by themselves: one wrong day does not make the rest wrong. */
import { DateTime } from 'luxon';
import { z } from 'zod/mini';
import { writtenSummarySchema } from '../../lib/summary.ts';

const { tasks } = writtenSummarySchema.shape;

/** As `writtenSummarySchema`, with any text for a day. */
export const modelAnswerSchema = z.extend(writtenSummarySchema, {
  tasks: z.array(z.extend(tasks.def.element, { due: z.nullable(z.string()) })),
});
export type ModelAnswer = z.infer<typeof modelAnswerSchema>;

/** Tasks are seldom due later than this. */
const mostYears = 5;

/** The day if it exists and is not before that of the meeting, and not years away; else null. */
export function readDue(due: string | null, startedAt: string): string | null {
  const meeting = DateTime.fromISO(startedAt, { setZone: true }).startOf('day');
  const day = DateTime.fromFormat(due ?? '', 'yyyy-MM-dd', { zone: meeting.zone });
  const isPlausible = day.isValid && day >= meeting && day <= meeting.plus({ years: mostYears });
  return isPlausible ? day.toISODate() : null;
}
