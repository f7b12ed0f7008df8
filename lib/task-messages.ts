/** What people have to do and what they decided, as it passes between web and the browser. Times are Unix milliseconds. */
import { z } from 'zod/mini';
import { idSchema } from './id-schema.ts';
import { lineRefSchema } from './line-ref.ts';
import { day, name, words } from './tools/arguments.ts';

const text = words(500);

export const taskViewSchema = z.object({
  id: idSchema('tsk'),
  meetingId: idSchema('mtg'),
  meetingTitle: z.string(),
  text: z.string(),
  owner: z.nullable(z.string()),
  /** A day, such as `2026-03-13`. */
  due: z.nullable(z.string()),
  done: z.boolean(),
  mine: z.boolean(),
  /** Taken away by a person, who may bring it back. */
  removed: z.boolean(),
  /** The words that a summary found it in; empty for others. */
  quote: z.string(),
  /** Where it was said. */
  lines: z.array(lineRefSchema),
  createdAtMs: z.number(),
});
export type TaskView = z.infer<typeof taskViewSchema>;
export const taskListSchema = z.object({ tasks: z.array(taskViewSchema) });

/** `GET /api/tasks`. */
export const listTasksQuerySchema = z.object({
  whose: z._default(z.enum(['mine', 'all']), 'mine'),
  done: z._default(z.enum(['true', 'false']), 'false'),
});
export type ListTasksQuery = z.infer<typeof listTasksQuerySchema>;

/** `POST /api/meetings/:id/tasks`. */
export const addTaskSchema = z.object({ text, owner: z.nullable(name), due: z.nullable(day) });
export type AddTask = z.infer<typeof addTaskSchema>;
/** `PATCH /api/meetings/:id/tasks/:taskId`: what is left out stays as it is. */
export const changeTaskSchema = z.partial(
  z.extend(addTaskSchema, { done: z.boolean(), removed: z.boolean() }),
);
export type ChangeTask = z.infer<typeof changeTaskSchema>;
export const taskAnswerSchema = z.object({ task: taskViewSchema });

export const decisionViewSchema = z.object({
  id: idSchema('dec'),
  text: z.string(),
  /** Who approved that it is recorded; null where a summary found it, or a person wrote it afterwards. */
  recordedBy: z.nullable(z.string()),
  removed: z.boolean(),
  /** Where it was said. */
  lines: z.array(lineRefSchema),
  createdAtMs: z.number(),
});
export type DecisionView = z.infer<typeof decisionViewSchema>;
export const decisionListSchema = z.object({ decisions: z.array(decisionViewSchema) });

/** `POST /api/meetings/:id/decisions`. */
export const addDecisionSchema = z.object({ text });
export type AddDecision = z.infer<typeof addDecisionSchema>;
/** `PATCH /api/meetings/:id/decisions/:decisionId`: what is left out stays as it is. */
export const changeDecisionSchema = z.partial(z.extend(addDecisionSchema, { removed: z.boolean() }));
export type ChangeDecision = z.infer<typeof changeDecisionSchema>;
export const decisionAnswerSchema = z.object({ decision: decisionViewSchema });
