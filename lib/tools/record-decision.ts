import { z } from 'zod/mini';
import { words } from './arguments.ts';
import { defineTool } from './tool.ts';

export const recordDecision = defineTool({
  name: 'recordDecision',
  description:
    'Put a decision on record, in one sentence. Use it when someone asks to note what was decided.',
  arguments: z.object({ text: words(1_000) }),
  title: 'Record a decision',
  fields: [{ key: 'text', label: 'Decision', kind: 'text' }],
  approvedBy: 'speak',
  endsAtMs: () => null,
  repeatable: true,
  execute: (effects, args, action) => effects.recordDecision(action, args),
});
