import { z } from 'zod/mini';
import { day, name, words } from './arguments.ts';
import { defineTool } from './tool.ts';

export const createTask = defineTool({
  name: 'createTask',
  description:
    'Write down a task for one person, with the day it is due where one was named. Use it when someone is asked or promises to do something, or wants to be reminded of it.',
  arguments: z.object({ text: words(500), owner: z.nullable(name), due: z.nullable(day) }),
  title: 'Add a task',
  fields: [
    { key: 'text', label: 'Task', kind: 'line' },
    { key: 'owner', label: 'Who does it', kind: 'name', optional: true },
    { key: 'due', label: 'Due', kind: 'date', optional: true },
  ],
  approvedBy: 'speak',
  endsAtMs: () => null,
  repeatable: true,
  execute: (effects, args, action) => effects.addTask(action, args),
});
