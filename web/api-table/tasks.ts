import {
  addDecisionSchema,
  addTaskSchema,
  changeDecisionSchema,
  changeTaskSchema,
  decisionAnswerSchema,
  decisionListSchema,
  taskAnswerSchema,
  taskListSchema,
} from '../../lib/task-messages.ts';
import { type ApiGroup, describeRoute } from './route.ts';

export const taskGroup: ApiGroup = {
  name: 'Tasks and decisions',
  routes: [
    describeRoute('GET /api/tasks', {
      summary: 'Tasks of all meetings that one may see; up to 200, what is due first comes first',
      access: 'account',
      query: { whose: '`mine` or `all`', done: '`true` or `false`' },
      answer: { status: 200, schema: taskListSchema },
    }),
    describeRoute('GET /api/tasks/calendar.ics', {
      summary: 'Open tasks that are due on a day, as all-day entries for calendar programs',
      access: 'account',
      query: { whose: '`mine` or `all`' },
      answer: { status: 200 },
    }),
    describeRoute('GET /api/meetings/:id/tasks.ics', {
      summary: 'Open tasks of one meeting that are due on a day, as all-day entries for calendar programs',
      access: 'meeting',
      answer: { status: 200 },
    }),
    describeRoute('GET /api/meetings/:id/tasks', {
      summary: 'Tasks of one meeting, open ones first',
      access: 'meeting',
      query: { removed: '`true`: those that somebody took away' },
      answer: { status: 200, schema: taskListSchema },
    }),
    describeRoute('POST /api/meetings/:id/tasks', {
      summary: 'Write down a task afterwards',
      access: 'correct',
      request: addTaskSchema,
      answer: { status: 201, schema: taskAnswerSchema },
    }),
    describeRoute('PATCH /api/meetings/:id/tasks/:taskId', {
      summary: 'Mark a task as done or open, correct it, take it away or bring it back',
      access: 'correct',
      request: changeTaskSchema,
      answer: { status: 200, schema: taskAnswerSchema },
    }),
    describeRoute('GET /api/meetings/:id/decisions', {
      summary: 'What was decided in a meeting, in that order',
      access: 'meeting',
      query: { removed: '`true`: what somebody took away' },
      answer: { status: 200, schema: decisionListSchema },
    }),
    describeRoute('POST /api/meetings/:id/decisions', {
      summary: 'Write down a decision afterwards',
      access: 'correct',
      request: addDecisionSchema,
      answer: { status: 201, schema: decisionAnswerSchema },
    }),
    describeRoute('PATCH /api/meetings/:id/decisions/:decisionId', {
      summary: 'Correct a decision, take it away or bring it back',
      access: 'correct',
      request: changeDecisionSchema,
      answer: { status: 200, schema: decisionAnswerSchema },
    }),
  ],
};
