import {
  changeTaskSchema,
  decisionListSchema,
  taskAnswerSchema,
  taskListSchema,
} from '../../lib/assistant-messages.ts';
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
    describeRoute('PATCH /api/tasks/:taskId', {
      summary: 'Mark a task as done, or as open again',
      access: 'speak',
      request: changeTaskSchema,
      answer: { status: 200, schema: taskAnswerSchema },
    }),
    describeRoute('GET /api/meetings/:id/tasks', {
      summary: 'Tasks of one meeting, open ones first',
      access: 'meeting',
      answer: { status: 200, schema: taskListSchema },
    }),
    describeRoute('GET /api/meetings/:id/decisions', {
      summary: 'What was decided in a meeting, in that order',
      access: 'meeting',
      answer: { status: 200, schema: decisionListSchema },
    }),
  ],
};
